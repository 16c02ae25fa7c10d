using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>A meeting that a reader may see, linked (OParl: Meeting).</summary>
public sealed class Meeting
{
    internal Meeting(Body body, Document<MeetingContent> document, ImmutableArray<Organization> organizations, string slug)
    {
        Body = body;
        Document = document;
        Organizations = organizations;
        Slug = slug;
        Route = Addresses.CouncilMeeting(body.Content.Folder, slug);
    }

    public Body Body { get; }

    public Document<MeetingContent> Document { get; }

    public MeetingContent Content => Document.Data;

    public SourcePath Source => Document.Source;

    /// <summary>Gets the last part of the address: <c>2017-10-19-kultur</c>.</summary>
    public string Slug { get; }

    public Route Route { get; }

    /// <summary>Gets the committees that meet; never empty.</summary>
    public ImmutableArray<Organization> Organizations { get; }

    public DateOnly Day => DateOnly.FromDateTime(Content.Start.Value);

    /// <summary>Gets a value indicating whether more than the day is known.</summary>
    public bool HasTime => Content.Start.Value.TimeOfDay != TimeSpan.Zero;

    public string Label => Content.Name ?? Organizations[0].Entry.Name.Value;

    public bool IsMembersOnly => Content.Visibility == Visibility.Members;

    /// <summary>Gets a value indicating whether anything of it is for members and not for the public.</summary>
    public bool IsForMembers => IsMembersOnly || Files.Any(file => file.IsMembersOnly) || Agenda.Any(item => item.IsMembersOnly || item.Files.Any(file => file.IsMembersOnly));

    public LinkedBody Text { get; internal set; } = null!;

    /// <summary>Gets the agenda items that the reader may see, in order.</summary>
    public ImmutableArray<AgendaItem> Agenda { get; internal set; } = [];

    /// <summary>Gets the titles of items that the reader may not see, where the title may stand there.</summary>
    public ImmutableArray<ClosedItem> ClosedItems { get; internal set; } = [];

    /// <summary>Gets a value indicating whether a part is not for the reader; not how long it was.</summary>
    public bool HasClosedPart { get; internal set; }

    public ImmutableArray<CouncilFile> Files { get; internal set; } = [];

    public bool HasLockedFiles { get; internal set; }
}

/// <summary>An agenda item that a reader may see (OParl: AgendaItem).</summary>
/// <param name="key">Unique in the municipality: slug of the meeting and a number.</param>
/// <param name="order">Its place among the items that the reader sees, from 0.</param>
public sealed class AgendaItem(Meeting meeting, AgendaItemEntry entry, string key, int order)
{
    public Meeting Meeting { get; } = meeting;

    public AgendaItemEntry Entry { get; } = entry;

    public string Key { get; } = key;

    public int Order { get; } = order;

    public bool IsMembersOnly => CouncilReader.Narrower(Meeting.Content.Visibility, Entry.Visibility.Value) == Visibility.Members;

    /// <summary>Gets the paper that is on the agenda here, if the reader may see it.</summary>
    public Paper? Paper { get; internal set; }

    /// <summary>Gets the consultation of that paper.</summary>
    public Consultation? Consultation { get; internal set; }

    public ImmutableArray<CouncilFile> Files { get; internal set; } = [];
}

/// <summary>An item of the closed part whose title the editor lets stand in public.</summary>
public sealed record ClosedItem(string? Number, string Title);
