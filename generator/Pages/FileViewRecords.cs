namespace Fachinfo.Pages;

/// <summary>A file on its page. Empty strings mean "not there".</summary>
/// <param name="Kind"><c>PDF-Dokument</c>.</param>
/// <param name="Size"><c>90 kB</c>.</param>
/// <param name="Pages"><c>3 Seiten</c>.</param>
/// <param name="Sha512">In hexadecimal digits.</param>
/// <param name="Href">The bytes of the file.</param>
/// <param name="CanOpen">Browsers show files of this kind themselves.</param>
/// <param name="ReportHref">The report page with the address of this page filled in.</param>
/// <param name="TextState">A sentence that says why there is no text.</param>
/// <param name="Text">The text page by page.</param>
/// <param name="IsCut">The file has more text than is shown.</param>
public sealed record FileView(
    string FileName,
    string Kind,
    string Size,
    string Pages,
    DateView? Date,
    DateView? Created,
    DateView? Updated,
    string License,
    string Sha512,
    string Href,
    bool CanOpen,
    string ReportHref,
    PictureView? Picture,
    string TextState,
    IReadOnlyList<FileTextPageView> Text,
    bool IsCut);

/// <param name="Width">In pixels.</param>
public sealed record PictureView(string Href, int Width, int Height);

/// <param name="Title"><c>Seite 3</c>, or the name of a sheet; empty for a text without pages.</param>
public sealed record FileTextPageView(string Id, string Title, IReadOnlyList<string> Paragraphs);

/// <summary>The page of a download.</summary>
/// <param name="Kicker">What the file belongs to: <c>Mitteilung 145/2024 vom 20.02.2024</c>.</param>
/// <param name="Others">Other downloads of the same document.</param>
public sealed record DownloadPageView(
    HeadView Head,
    string Kicker,
    string Title,
    string Description,
    LinkView Owner,
    IReadOnlyList<LinkView> Rubrics,
    FileView File,
    IReadOnlyList<DownloadView> Others);

/// <summary>All public downloads, or those of one rubric.</summary>
public sealed record DownloadsView(HeadView Head, string Title, string CountText, IReadOnlyList<LinkView> Contents, IReadOnlyList<DownloadSectionView> Groups);

/// <param name="Id">For links: the slugs of the rubric.</param>
/// <param name="More">The page with all downloads, where not all are here.</param>
public sealed record DownloadSectionView(string Id, LinkView Title, string CountText, IReadOnlyList<DownloadItemView> Items, LinkView? More);

/// <summary>A download in a list over several documents.</summary>
public sealed record DownloadItemView(DownloadView Download, LinkView Owner);

/// <summary>The page where a wrong or unlawful file is reported.</summary>
/// <param name="Action">Where the form goes.</param>
/// <param name="Email">The form opens a message to this address; empty for a form that a server takes.</param>
/// <param name="IsNetlify">The host itself takes the form.</param>
/// <param name="Template">What stands in the message at first.</param>
public sealed record ReportView(HeadView Head, string Title, string Action, string Email, bool IsNetlify, string Template, IReadOnlyList<string> Reasons);

/// <summary>After a report was sent.</summary>
public sealed record ReportThanksView(HeadView Head, string Title, LinkView Home);
