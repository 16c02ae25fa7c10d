using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>A document that offers downloads: a notice, the introduction of a rubric, a plain page.</summary>
/// <param name="Label">How it is cited: <c>Mitteilung 145/2024</c>; for others their title.</param>
/// <param name="Kicker">The line above the title of a download's page.</param>
/// <param name="Section">The entry of the main navigation.</param>
/// <param name="Breadcrumbs">The pages above a download's page, the document last.</param>
/// <param name="Date">Of the notice.</param>
/// <param name="Downloads">Those that are shown to the reader of these pages.</param>
public sealed record DownloadOwner(
    Route Route,
    string Title,
    string Label,
    string Kicker,
    Route Section,
    ImmutableArray<(string Text, Route Route)> Breadcrumbs,
    ImmutableArray<Rubric> Rubrics,
    DateOnly? Date,
    SourcePath Source,
    ImmutableArray<Download> Downloads)
{
    /// <summary>Gets the downloads that have a page: files, each once.</summary>
    public IEnumerable<Download> Files => Downloads.Where(download => download.File is not null).DistinctBy(download => download.File!.Route);
}

/// <summary>Lists the documents that offer downloads to the readers of a site.</summary>
public static class DownloadOwners
{
    public static IEnumerable<DownloadOwner> All(PageContext context) => context.Site.Notices
        .Where(notice => !notice.Downloads.IsEmpty)
        .Select(notice => Of(context, notice.Head, notice.Source, notice.Downloads))
        .Concat(context.Site.Introductions.Values.OrderBy(one => one.Rubric.SlugPath, StringComparer.Ordinal).Select(one => Of(context, one, Open(context, one.Downloads))))
        .Concat(context.Site.Pages.Select(page => Of(page, Open(context, page.Downloads))))
        .Where(owner => !owner.Downloads.IsEmpty);

    /// <summary>The same with those downloads only that are listed: in the members' area what the public list does not have.</summary>
    public static IEnumerable<DownloadOwner> Listed(PageContext context) => All(context)
        .Select(owner => owner with { Downloads = [.. owner.Downloads.Where(download => download.Audience == context.Site.Audience)] })
        .Where(owner => !owner.Downloads.IsEmpty);

    public static DownloadOwner Of(PageContext context, NoticeHead head, SourcePath source, ImmutableArray<Download> downloads)
    {
        var series = Addresses.Series(head.Series.Id);
        var year = head.Number.Year;
        return new DownloadOwner(
            head.Route,
            head.Title,
            head.NumberedLabel,
            context.Words.Fill("page.headline", ("label", head.NumberedLabel), ("date", context.Date(head.Date).Short)),
            series,
            [(head.Series.PluralLabel, series), (year.ToString(System.Globalization.CultureInfo.InvariantCulture), Addresses.Year(series, year)), (head.NumberedLabel, head.Route)],
            head.Rubrics,
            head.Date,
            source,
            downloads);
    }

    public static DownloadOwner Of(PageContext context, RubricIntroduction introduction, ImmutableArray<Download> downloads)
    {
        var rubric = introduction.Rubric;
        var crumbs = rubric.PathsFromTop.Select(path => context.Site.Rubrics.BySlugPath(path)!).Select(one => (one.Title, Addresses.Rubric(one)));
        return new DownloadOwner(
            Addresses.Rubric(rubric),
            rubric.Title,
            rubric.Title,
            rubric.DisplayPath,
            Addresses.Rubrics,
            [(context.Words["page.rubrics"], Addresses.Rubrics), .. crumbs],
            [rubric],
            null,
            introduction.Source,
            downloads);
    }

    public static DownloadOwner Of(PlainPage page, ImmutableArray<Download> downloads) =>
        new(page.Route, page.Title, page.Title, page.Title, default, [(page.Title, page.Route)], [], null, page.Document.Source, downloads);

    private static ImmutableArray<Download> Open(PageContext context, ImmutableArray<Download> downloads) => [.. downloads.Where(context.Site.IsOpen)];
}
