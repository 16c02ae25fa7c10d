using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>A paper that a reader may see, linked (OParl: Paper).</summary>
public sealed class Paper
{
    internal Paper(Body body, Document<PaperContent> document, string slug)
    {
        Body = body;
        Document = document;
        Slug = slug;
        Route = Addresses.CouncilPaper(body.Content.Folder, slug);
        Day = document.Data.Date
            ?? document.Data.Consultations.Select(one => one.Date?.Value).Min()
            ?? (document.Data.Record.Created is { } created ? DateOnly.FromDateTime(created) : null);
    }

    public Body Body { get; }

    public Document<PaperContent> Document { get; }

    public PaperContent Content => Document.Data;

    public SourcePath Source => Document.Source;

    /// <summary>Gets the last part of the address: <c>325-2017</c>.</summary>
    public string Slug { get; }

    public Route Route { get; }

    /// <summary>Gets the day that it is sorted by: its date, else that of the first consultation, else when it was made.</summary>
    public DateOnly? Day { get; }

    /// <summary>Gets the number as written, or the last part of the address where there is none.</summary>
    public string Reference => Content.Reference?.Value ?? Slug;

    /// <summary>Gets <c>Mitteilung 325/2017</c>; without a type it is called a Vorlage.</summary>
    public string Label => (Content.PaperType ?? "Vorlage") + " " + Reference;

    public bool IsMembersOnly => Content.Visibility.Value == Visibility.Members;

    /// <summary>Gets a value indicating whether anything of it is for members and not for the public.</summary>
    public bool IsForMembers => IsMembersOnly || Files.Any(file => file.IsMembersOnly);

    public LinkedBody Text { get; internal set; } = null!;

    /// <summary>Gets the consultations in the order of the paper, then those that only agendas know of.</summary>
    public ImmutableArray<Consultation> Consultations { get; internal set; } = [];

    public ImmutableArray<CouncilFile> Files { get; internal set; } = [];

    /// <summary>Gets a value indicating whether there are files for members that the reader is not shown; not how many.</summary>
    public bool HasLockedFiles { get; internal set; }

    public ImmutableArray<FileReference> FileReferences { get; internal set; } = [];

    public ImmutableArray<Organization> UnderDirectionOf { get; internal set; } = [];

    public ImmutableArray<Organization> Originators { get; internal set; } = [];

    /// <summary>Gets papers that this one names, and those that name it.</summary>
    public ImmutableArray<Paper> Related { get; internal set; } = [];

    /// <summary>Gets sources of notices that it names, or that name it.</summary>
    public ImmutableArray<SourcePath> RelatedNotices { get; internal set; } = [];
}

/// <summary>One station of a paper (OParl: Consultation).</summary>
/// <param name="Key">Unique in the municipality: slug of the paper and a number.</param>
/// <param name="Entry">As the paper says it.</param>
/// <param name="Meeting">The meeting, if the reader may see it.</param>
/// <param name="Item">The agenda item, if the reader may see it.</param>
public sealed record Consultation(string Key, Paper Paper, Organization Organization, ConsultationEntry Entry, Meeting? Meeting, AgendaItem? Item)
{
    public DateOnly? Day => Entry.Date?.Value ?? Meeting?.Day;

    public string? AgendaNumber => Entry.AgendaNumber?.Value ?? Item?.Entry.Number;

    public string? Result => Entry.Result ?? Item?.Entry.Result;
}

/// <summary>A file of a paper, a meeting or an agenda item (OParl: File).</summary>
/// <param name="Slug">The last part of its address.</param>
/// <param name="File">The bytes and their address; <see langword="null"/> if they are not kept here.</param>
/// <param name="Text">The extracted text from a sidecar; empty if there is none.</param>
/// <param name="OwnerSource">The document that names it.</param>
public sealed record CouncilFile(Body Body, string Slug, FileEntry Entry, Route Route, AttachedFile? File, long? SizeInBytes, ContentHash Hash, BodyReference Text, SourcePath OwnerSource)
{
    /// <summary>Gets the paper that it belongs to, if any.</summary>
    public Paper? Paper { get; init; }

    /// <summary>Gets the meeting that it belongs to, directly or through an agenda item.</summary>
    public Meeting? Meeting { get; init; }

    public AgendaItem? Item { get; init; }

    /// <summary>Gets a value indicating whether it is for members: itself, or what it belongs to.</summary>
    public bool IsMembersOnly { get; init; }

    public string Label => Entry.Label;

    /// <summary>Gets the name of the file: <c>325-2017.pdf</c>; empty if nothing tells it.</summary>
    public string FileName => File?.Source.FileName ?? Entry.FileName ?? "";
}
