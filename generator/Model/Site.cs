using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model.Council;

namespace Fachinfo.Model;

/// <summary>Everything that the content says, linked; members' things too. Public pages are made from <see cref="PublicSite"/> only.</summary>
public sealed record Site(
    SiteConfiguration Configuration,
    RubricTree Rubrics,
    FilePlan FilePlan,
    ImmutableArray<Notice> Notices,
    ImmutableArray<PlainPage> Pages,
    ImmutableDictionary<string, RubricIntroduction> Introductions,
    DateOnly Today)
{
    /// <summary>Gets the council archive; what is not public in it was left behind while linking.</summary>
    public CouncilArchive Council { get; init; } = CouncilArchive.Empty;

    /// <summary>Gets what members see of the council archive beyond the public; for the audience <see cref="Notice.Members"/>.</summary>
    public CouncilArchive MembersCouncil { get; init; } = CouncilArchive.Empty;

    /// <summary>Gets root-relative links of the texts, to be checked against the planned addresses.</summary>
    public ImmutableArray<RootLink> RootLinks { get; init; } = [];

    /// <summary>Gets the hash over all files that are settings rather than texts.</summary>
    public ContentHash SettingsHash { get; init; }

    /// <summary>Gets what was read out of attached files, members' files too.</summary>
    public ExtractedFiles Files { get; init; } = ExtractedFiles.None;

    /// <summary>Gets who may open the members' area; <see langword="null"/> without <c>mitglieder.yml</c>.</summary>
    public MemberRoster? Roster { get; init; }

    /// <summary>Gets the numbers of all notices, members', withdrawn and unpublished ones too.</summary>
    public ImmutableArray<(string Series, NoticeNumber Number)> Numbers { get; init; } = [];

    /// <summary>Gets the addresses as published so far, from <c>.addresses</c>.</summary>
    public ImmutableArray<Route> PublishedAddresses { get; init; } = [];
}

/// <summary>A notice with everything resolved.</summary>
/// <param name="Audience"><c>public</c>, <c>members</c> or another audience of the configuration.</param>
/// <param name="Related">The notices named by the editor, in that order.</param>
/// <remarks>It takes from its <see cref="NoticeContent"/> what pages show; the rest is needed for linking only, and a large site has no room for it.</remarks>
public sealed record Notice(
    NoticeHead Head,
    string Audience,
    SourcePath Source,
    LinkedBody Body,
    ImmutableArray<Download> Downloads,
    ImmutableArray<SourcePath> Related)
{
    public const string Public = "public";

    /// <summary>The audience of all members, which every site has.</summary>
    public const string Members = "members";

    public bool IsPublic => Audience == Public;

    /// <summary>Gets the summary that the editor wrote; <see langword="null"/> if it is the first paragraph.</summary>
    public PackedText? WrittenSummary { get; init; }

    public TeaserKind Teaser { get; init; }

    public ImmutableArray<Deadline> Deadlines { get; init; } = [];

    public Contact Contact { get; init; } = Contact.Empty;

    public DateOnly? Updated { get; init; }

    public ImmutableArray<Located<string>> Aliases { get; init; } = [];

    public Withdrawal? Withdrawn { get; init; }

    /// <inheritdoc cref="NoticeContent.Keywords"/>
    public ImmutableArray<int> Keywords { get; init; } = [];
}

/// <summary>A plain page with everything resolved.</summary>
public sealed record PlainPage(
    string Title,
    Route Route,
    string Audience,
    Document<PlainPageContent> Document,
    LinkedBody Body,
    ImmutableArray<Download> Downloads);

/// <summary>The introduction of a rubric with everything resolved.</summary>
public sealed record RubricIntroduction(Rubric Rubric, string Audience, PlainPageContent Content, SourcePath Source, LinkedBody Body, ImmutableArray<Download> Downloads);

/// <summary>A body whose links have their addresses.</summary>
/// <param name="Targets">The address for each open place, in order.</param>
/// <param name="Files">Images and other files beside the document that the text shows or links.</param>
public sealed record LinkedBody(BodyReference Reference, ImmutableArray<string> Targets, ImmutableArray<AttachedFile> Files);

/// <summary>A file beside a document, and where it will be found.</summary>
public sealed record AttachedFile(SourcePath Source, Route Route)
{
    /// <summary>Gets the address of the page about the file; default for images and others that are no download.</summary>
    public Route Page { get; init; }
}

/// <summary>A download: a file with its address, or a link elsewhere.</summary>
/// <param name="Audience">Who may have it; never wider than the notice.</param>
public sealed record Download(DownloadEntry Entry, string Audience, AttachedFile? File, long SizeInBytes)
{
    /// <summary>Gets the title, or the name of the file, or the address.</summary>
    public string Title => Entry.Title ?? File?.Source.FileName ?? Entry.Url?.Value ?? "";
}

/// <summary>A link that starts with a slash, or with the address of the site, and its place.</summary>
public sealed record RootLink(SourceLocation Location, Route Route, string Fragment)
{
    /// <summary>Gets the target as written, if it starts with the address of the site: something else may lie there too.</summary>
    public string? Absolute { get; init; }
}
