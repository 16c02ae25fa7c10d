using Fachinfo.Execution;

namespace Fachinfo.Pages;

// What templates show: records of ready strings, nothing to compute. An empty string or list means "not there".
// A template reaches the page as {{page.…}} and what all pages share as {{site.…}} ({{@root.site.…}} inside a loop).

/// <summary>What all pages of the site share.</summary>
/// <param name="Root">Path of the base URL without a slash at the end, for scripts: empty, or <c>/verband</c>.</param>
/// <param name="Home">Address of the start page.</param>
/// <param name="MembersHref">The members' area; empty if this build makes none.</param>
/// <param name="LegalLinks">Impressum, Datenschutz, Barrierefreiheit and other plain pages of the footer.</param>
/// <param name="Generator">Name and version of the program.</param>
/// <param name="IsFragment">Only the main part is rendered, to be sealed.</param>
/// <param name="SettingsHash">Of all settings (site.yml, rubriken.yml), so that a change of them makes every page anew; not shown.</param>
public sealed record ShellView(
    string Language,
    string Title,
    string Description,
    string Root,
    string Home,
    string RubricsHref,
    string MembersHref,
    string SearchHref,
    ContactView Publisher,
    IReadOnlyList<LinkView> LegalLinks,
    IReadOnlyList<LinkView> Series,
    string FeedsHref,
    string DeadlinesHref,
    string Generator,
    bool IsFragment,
    string SettingsHash) : IRepeatedView;

/// <summary>What the head of a page and the frame around its content need.</summary>
/// <param name="Title">Unique over the site; ends with the name of the site.</param>
/// <param name="Description">Unique over the site, plain text.</param>
/// <param name="Canonical">The absolute address; empty for pages that must not be indexed.</param>
/// <param name="JsonLd">A JSON document, safe inside a script element.</param>
/// <param name="Meta">Further meta elements by name (Dublin Core).</param>
/// <param name="OpenGraph">What a link to the page shows elsewhere; <see langword="null"/> for pages that must not be indexed.</param>
/// <param name="Navigation">The main navigation with the current entry marked.</param>
/// <param name="Breadcrumbs">From the start page to the page itself, which is last and has no address.</param>
/// <param name="Feeds">The feeds of the page, for feed readers.</param>
/// <param name="DataDate">The newest date of the site, on start pages and the fronts of listings; elsewhere it would make every page anew with each notice.</param>
public sealed record HeadView(
    string Title,
    string Description,
    string Canonical,
    WrittenText? JsonLd,
    IReadOnlyList<MetaView> Meta,
    OpenGraphView? OpenGraph,
    IReadOnlyList<NavigationView> Navigation,
    IReadOnlyList<LinkView> Breadcrumbs,
    IReadOnlyList<FeedLinkView> Feeds,
    DateView? DataDate);

/// <param name="Type">The media type.</param>
public sealed record FeedLinkView(string Title, string Type, string Href);

public sealed record MetaView(string Name, string Content);

/// <summary>A page as other sites preview it.</summary>
/// <param name="Type">As ogp.me has it: <c>article</c> or <c>website</c>.</param>
/// <param name="Title">Without the name of the site.</param>
/// <param name="Url">The absolute address.</param>
/// <param name="Locale"><c>de_DE</c>.</param>
public sealed record OpenGraphView(string Type, string Title, string Description, string Url, string SiteName, string Locale);

/// <param name="IsCurrent">The page itself lies in this part of the site.</param>
public sealed record NavigationView(string Text, string Href, bool IsCurrent);

/// <param name="Href">Empty where the entry is the page itself.</param>
public sealed record LinkView(string Text, string Href);

/// <param name="Name">May be empty, like all others.</param>
/// <param name="PhoneHref">The number for a tel: link, without blanks.</param>
/// <param name="AddressLines">The postal address, a line each.</param>
public sealed record ContactView(bool IsGiven, string Name, string Email, string Phone, string PhoneHref, IReadOnlyList<string> AddressLines)
{
    public static readonly ContactView None = new(false, "", "", "", "", []);
}

/// <summary>A date for reading and for machines.</summary>
/// <param name="Text"><c>20. Februar 2024</c>.</param>
/// <param name="Short"><c>20.02.2024</c>.</param>
/// <param name="Iso"><c>2024-02-20</c>, for <c>datetime</c>.</param>
public sealed record DateView(string Text, string Short, string Iso);

public sealed record PlainPageView(
    HeadView Head,
    string Title,
    string Summary,
    BodyView Body,
    IReadOnlyList<DownloadView> Downloads,
    LinkView? AllDownloads,
    ContactView Contact,
    DateView? Updated,
    IReadOnlyList<LinkView> Contents);

public sealed record NotFoundView(HeadView Head, string Title, IReadOnlyList<LinkView> Suggestions);

/// <summary>A former address, for hosts that know no redirects.</summary>
public sealed record RedirectView(HeadView Head, LinkView Target);
