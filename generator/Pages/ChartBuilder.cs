using System.Globalization;

namespace Fachinfo.Pages;

/// <summary>Draws notices by month: twelve bars with ready numbers, and a sentence with the same numbers.</summary>
public static class ChartBuilder
{
    private const int Months = 12;
    private const int BarSpace = 40;
    private const int BarWidth = 28;
    private const int ChartHeight = 120;
    private const int TextHeight = 18;

    /// <summary>The months of one calendar year; a bar leads to its month in the listing.</summary>
    internal static ChartView ForYear(PageContext context, Listing listing, ListedPeriod year, Func<int, string> hrefOfMonth) =>
        Build(
            context,
            year.Papers.IsEmpty ? listing.Noun.Many : context.Words["page.entries"],
            year.Number.ToString(CultureInfo.InvariantCulture),
            new DateOnly(year.Number, 1, 1),
            year.Notices.Select(ListingPages.MonthOf).Concat(year.Papers.Select(paper => paper.Day!.Value.Month)).Select(month => month - 1),
            month => hrefOfMonth(month.Month));

    /// <summary>The twelve months up to the newest notice of the site.</summary>
    public static ChartView ForLastTwelveMonths(PageContext context, Listing listing)
    {
        var newest = context.Site.DataDate ?? context.Site.Today;
        var first = new DateOnly(newest.Year, newest.Month, 1).AddMonths(1 - Months);
        var period = context.Words.Fill("page.lastTwelveMonths", ("from", MonthOf(context, first)), ("to", MonthOf(context, newest)));
        var months = listing.Notices.Select(listed => ((listed.Head.Date.Year - first.Year) * Months) + listed.Head.Date.Month - first.Month);
        return Build(context, listing.Noun.Many, period, first, months, _ => "");
    }

    private static ChartView Build(PageContext context, string noun, string period, DateOnly first, IEnumerable<int> months, Func<DateOnly, string> href)
    {
        var counts = new int[Months];
        foreach (var month in months.Where(month => month is >= 0 and < Months))
        {
            counts[month]++;
        }

        var words = context.Words;
        var highest = Math.Max(1, counts.Max());
        var bars = new BarView[Months];
        for (var i = 0; i < Months; i++)
        {
            var month = first.AddMonths(i);
            var height = counts[i] == 0 ? 0 : Math.Max(2, counts[i] * ChartHeight / highest);
            var x = (i * BarSpace) + ((BarSpace - BarWidth) / 2);
            var y = TextHeight + ChartHeight - height;
            bars[i] = new BarView(
                MonthOf(context, month),
                words["monthShort." + month.Month.ToString(CultureInfo.InvariantCulture)],
                counts[i],
                counts[i] > 0 ? href(month) : "",
                x,
                y,
                BarWidth,
                height,
                x + (BarWidth / 2),
                y - 5);
        }

        var values = bars.Where(bar => bar.Count > 0)
            .Select(bar => words.Fill("page.chartValue", ("month", bar.Month), ("count", words.Number(bar.Count))))
            .ToList();
        return new ChartView(
            words.Fill("page.chart", ("noun", noun), ("period", period)),
            values.Count == 0 ? words["page.chartEmpty"] : string.Join(", ", values),
            Months * BarSpace,
            (2 * TextHeight) + ChartHeight,
            bars);
    }

    private static string MonthOf(PageContext context, DateOnly month) => context.Words.Fill(
        "page.monthTitle",
        ("month", context.Words.Month(month.Month)),
        ("year", month.Year.ToString(CultureInfo.InvariantCulture)));
}
