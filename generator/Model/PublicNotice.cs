using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>A line of a listing.</summary>
public sealed record ListedNotice(NoticeHead Head, bool IsTeaser, ImmutableArray<Deadline> Deadlines)
{
    /// <summary>Gets its place in <see cref="PublicSite.Listing"/>.</summary>
    public int Place { get; init; }
}

/// <summary>A notice that the reader of a site may read, whole.</summary>
public sealed record PublicNotice(NoticeHead Head, SourcePath Source, LinkedBody Body)
{
    /// <summary>Gets a value indicating whether it is for the audience of the site and not for the public.</summary>
    public bool IsMembersOnly { get; init; }

    public ImmutableArray<int> Keywords { get; init; } = [];

    public ImmutableArray<Download> Downloads { get; init; } = [];

    public ImmutableArray<LockedDownload> LockedDownloads { get; init; } = [];

    public ImmutableArray<Deadline> Deadlines { get; init; } = [];

    public Contact Contact { get; init; } = Contact.Empty;

    public DateOnly? Updated { get; init; }

    public ImmutableArray<SourcePath> NamedRelated { get; init; } = [];

    public ImmutableArray<Located<string>> Aliases { get; init; } = [];
}

/// <summary>What stands in public of a members' notice.</summary>
public sealed record Teaser(NoticeHead Head, SourcePath Source)
{
    /// <summary>Gets whom the notice is for: where a host keeps groups apart, its address is another one.</summary>
    public string Audience { get; init; } = Notice.Members;

    public ImmutableArray<Located<string>> Aliases { get; init; } = [];
}

/// <summary>One neutral line for the members' downloads of a public notice, or a title if the editor allows it.</summary>
/// <param name="Audience">Whose area has it; of several behind a neutral line that of all members, if they have any.</param>
public sealed record LockedDownload(string? Title, string Audience)
{
    /// <summary>The one line that tells nothing; none if nothing is closed.</summary>
    public static IEnumerable<LockedDownload> Neutral(IEnumerable<Download> closed) => closed
        .Select(download => download.Audience)
        .OrderByDescending(audience => audience == Notice.Members)
        .ThenBy(audience => audience, StringComparer.Ordinal)
        .Take(1)
        .Select(audience => new LockedDownload(null, audience));
}

/// <summary>What remains of a withdrawn notice: no title, no text.</summary>
public sealed record Tombstone(NoticeSeries Series, NoticeNumber Number, DateOnly Date, Withdrawal Withdrawal, Route Route, SourcePath Source)
{
    public ImmutableArray<Located<string>> Aliases { get; init; } = [];
}
