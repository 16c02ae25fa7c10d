using System.Collections.Immutable;

namespace Fachinfo.HtmlImport;

/// <summary>Finds what stands on most pages of a kind alike and so belongs to none: captions, notes, buttons.</summary>
internal static class Furniture
{
    private const int FewestPages = 3;
    private const double LeastShare = 0.6;

    /// <summary>Returns the texts of blocks that at least three pages and most pages have in common.</summary>
    /// <param name="pages">Pages of one kind.</param>
    /// <param name="isHead">Tells whether a text is a series line, a rubric line or a file reference; these may well be alike.</param>
    public static ImmutableHashSet<string> Find(IReadOnlyCollection<ImmutableArray<Block>> pages, Func<string, bool> isHead)
    {
        var least = Math.Max(FewestPages, (int)Math.Ceiling(LeastShare * pages.Count));
        return
        [
            .. pages.SelectMany(page => page.Select(block => block.Text).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal))
                .GroupBy(text => text, StringComparer.Ordinal)
                .Where(text => text.Count() >= least && !isHead(text.Key))
                .Select(text => text.Key),
        ];
    }
}
