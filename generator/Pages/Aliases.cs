using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>A former address and where it leads.</summary>
/// <param name="Query">The query of an address such as <c>/index.php?id=77</c>, without the question mark; else empty.</param>
/// <param name="Place">Where the editor wrote it.</param>
public sealed record FormerAddress(Route From, string Query, Route To, SourceLocation Place);

/// <summary>Former addresses: rules in <c>_redirects</c>, and a page for hosts that know no rules.</summary>
public static class Aliases
{
    public static IEnumerable<Page> Plan(PageContext context)
    {
        // An address with a query is no file; only the rules of a host can serve it.
        foreach (var former in All(context.Site).Where(former => former.Query.Length == 0))
        {
            yield return new TemplatePage(former.From, "redirect", () => Redirect(context, former), former.Place.Path)
            {
                OnlyBody = default(SourcePath),
                WrittenAt = (former.Place.Line, former.Place.Column),
            };
        }
    }

    /// <summary>All former addresses of public things, by address; one that is given twice, or that the thing still has, changes nothing.</summary>
    public static IEnumerable<FormerAddress> All(PublicSite site)
    {
        var notices = site.Notices.Where(notice => !notice.Aliases.IsEmpty).SelectMany(notice => notice.Aliases.Select(alias => ToFormer(alias, notice.Head.Route, notice.Source)))
            .Concat(site.Teasers.SelectMany(teaser => teaser.Aliases.Select(alias => ToFormer(alias, teaser.Head.Route, teaser.Source))))
            .Concat(site.Tombstones.SelectMany(tombstone => tombstone.Aliases.Select(alias => ToFormer(alias, tombstone.Route, tombstone.Source))));
        var pages = site.Pages.SelectMany(page => page.Document.Data.Aliases.Select(alias => ToFormer(alias, page.Route, page.Document.Source)));
        var rubrics = site.Introductions.Values.SelectMany(one => one.Content.Aliases.Select(alias => ToFormer(alias, Addresses.Rubric(one.Rubric), one.Source)));
        var council = site.Council.Bodies.SelectMany(body => body.Papers.SelectMany(paper => paper.Content.Aliases.Select(alias => ToFormer(alias, paper.Route, paper.Source)))
            .Concat(body.Meetings.SelectMany(meeting => meeting.Content.Aliases.Select(alias => ToFormer(alias, meeting.Route, meeting.Source))))
            .Concat(body.Tombstones.SelectMany(tombstone => tombstone.Aliases.Select(alias => ToFormer(alias, tombstone.Route, tombstone.Source)))));
        return notices.Concat(pages).Concat(rubrics).Concat(council)
            .Where(former => former.From != former.To || former.Query.Length > 0)
            .DistinctBy(former => (former.From, former.Query, former.To, former.Place.Path))
            .OrderBy(former => former.From).ThenBy(former => former.Query, StringComparer.Ordinal);
    }

    /// <summary>A path without extension is a folder: <c>/alt</c> and <c>/alt/</c> are the same page.</summary>
    private static FormerAddress ToFormer(Located<string> written, Route to, SourcePath source)
    {
        var alias = written.Value;
        var query = alias.IndexOf('?', StringComparison.Ordinal);
        var path = query < 0 ? alias : alias[..query];
        var isFile = path.EndsWith('/') || Path.HasExtension(path) || query >= 0;
        return new FormerAddress(new Route(isFile ? path : path + "/"), query < 0 ? "" : alias[(query + 1)..], to, written.In(source));
    }

    private static RedirectView Redirect(PageContext context, FormerAddress former)
    {
        var head = HeadBuilder.Build(context, new HeadInput(
            former.From,
            default,
            context.Words["page.moved"],
            context.Words.Fill("page.movedDescription", ("from", former.From.Path), ("to", former.To.Path)),
            [])
        {
            IsIndexed = false,
        });
        return new RedirectView(head with { Canonical = context.Absolute(former.To) }, new LinkView(context.Absolute(former.To), context.Href(former.To)));
    }
}
