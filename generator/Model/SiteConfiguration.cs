using System.Collections.Immutable;

namespace Fachinfo.Model;

/// <summary>What <c>site.yml</c> says; only title and base URL have no default.</summary>
public sealed record SiteConfiguration(string Title, string BaseUrl)
{
    public string Language { get; init; } = "de";

    public string Description { get; init; } = "";

    public Contact Publisher { get; init; } = Contact.Empty;

    public ImmutableArray<NoticeSeries> Series { get; init; } = [NoticeSeries.Mitteilungen];

    /// <summary>Gets a value indicating whether the council archive answers as an OParl server too.</summary>
    public bool HasOParl { get; init; }

    /// <summary>Gets the number of entries in a feed.</summary>
    public int FeedItems { get; init; } = 50;

    /// <summary>Gets the name that the permanent ids of feed entries are made from; the title unless <c>feeds.id</c> says otherwise.</summary>
    /// <remarks>Never the base URL: after a move to another host no reader may see every entry as new.</remarks>
    public string FeedIdentity => FeedId ?? Title;

    /// <summary>Gets <c>feeds.id</c>: the former title of a site that was renamed.</summary>
    public string? FeedId { get; init; }

    /// <summary>Gets where a wrong or unlawful file is reported: an e-mail address or the address of a form.</summary>
    public ReportTarget Report { get; init; } = new(null, null);

    public AccessRules Access { get; init; } = new();

    /// <summary>Gets the path of the base URL without a slash at the end: empty, or <c>/verband</c>.</summary>
    public string RootPath => new Uri(BaseUrl).AbsolutePath.TrimEnd('/');

    /// <summary>Gets scheme, host and port: <c>https://www.verband.example</c>.</summary>
    public string Origin => new Uri(BaseUrl).GetLeftPart(UriPartial.Authority);
}

/// <summary>A series of notices with numbers of its own, in the folder of the same name.</summary>
/// <param name="Id">Folder and address: <c>mitteilungen</c>.</param>
/// <param name="Label">The single notice: <c>Mitteilung</c>.</param>
/// <param name="PluralLabel">The series as a whole: <c>Mitteilungen</c>.</param>
/// <param name="Citation">How a notice is cited, before its number: <c>StGB NRW-Mitteilung</c>.</param>
public sealed record NoticeSeries(string Id, string Label, string PluralLabel, string Citation)
{
    public static readonly NoticeSeries Mitteilungen = new("mitteilungen", "Mitteilung", "Mitteilungen", "Mitteilung");
}

public sealed record Contact(string? Name, string? Email, string? Phone, string? Address)
{
    public static readonly Contact Empty = new(null, null, null, null);

    public bool IsEmpty => this == Empty;
}

public sealed record ReportTarget(string? Email, string? Form);

/// <summary>Who may see what is not public, and how it is protected.</summary>
public sealed record AccessRules
{
    /// <summary>Gets a value indicating whether <c>site.yml</c> speaks of a members' area at all.</summary>
    public bool IsGiven { get; init; }

    /// <summary>Gets a value indicating whether pages are sealed.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsSealed => Protection is "sealed" or "both";

    /// <summary>Gets a value indicating whether the host keeps visitors out.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsHosted => Protection is "host" or "both";

    /// <summary>Gets <c>sealed</c>, <c>host</c> or <c>both</c>.</summary>
    public string Protection { get; init; } = "sealed";

    /// <summary>Gets the kind of host for protection by roles: <c>netlify</c>, <c>nginx</c>, <c>apache</c>.</summary>
    public string? Host { get; init; }

    /// <summary>Gets the audiences besides the public; <c>members</c> is always one of them.</summary>
    public ImmutableArray<string> Audiences { get; init; } = ["members"];

    /// <summary>Gets a value indicating whether a build without the secret is an error.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Gets a value indicating whether the editors know that members' sources lie in a public repository.</summary>
    public bool SourcesArePublic { get; init; }
}
