using System.Collections.Immutable;
using System.Globalization;

namespace Fachinfo.Model;

/// <summary>The numbers of one year of a series: how many there are, the highest, and those that are missing below it.</summary>
/// <param name="Missing">As ranges: <c>3–5</c>, <c>8</c>.</param>
public sealed record NumberGaps(NoticeSeries Series, int Year, int Count, int Highest, int MissingCount, ImmutableArray<string> Missing)
{
    /// <summary>All years, by series as configured, the newest year first. Members', withdrawn and unpublished notices have their numbers too.</summary>
    public static IEnumerable<NumberGaps> Of(SiteConfiguration configuration, IEnumerable<(string Series, NoticeNumber Number)> numbers)
    {
        var bySeries = numbers.ToLookup(number => number.Series, number => number.Number);
        foreach (var series in configuration.Series)
        {
            foreach (var year in bySeries[series.Id].GroupBy(number => number.Year).OrderByDescending(group => group.Key))
            {
                yield return OfYear(series, year.Key, [.. year.Select(number => number.Number)]);
            }
        }
    }

    private static NumberGaps OfYear(NoticeSeries series, int year, SortedSet<int> numbers)
    {
        var missing = ImmutableArray.CreateBuilder<string>();
        var (expected, count) = (1, 0);
        foreach (var number in numbers)
        {
            if (number > expected)
            {
                missing.Add(Range(expected, number - 1));
                count += number - expected;
            }

            expected = number + 1;
        }

        return new NumberGaps(series, year, numbers.Count, numbers.Max, count, missing.ToImmutable());
    }

    private static string Range(int first, int last) => first == last
        ? first.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{first}–{last}");
}
