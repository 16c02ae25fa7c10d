using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Fachinfo.Model;

namespace Fachinfo.HtmlImport;

/// <summary>What stands at the head of a notice: <c>StGB NRW-Mitteilung 145/2024 vom 20.02.2024</c>.</summary>
internal sealed record SeriesLine(NoticeSeries Series, NoticeNumber Number, DateOnly? Date);

/// <summary>Recognises series lines, rubric lines and file references by the names of the site's series.</summary>
internal sealed partial class LineReader
{
    private static readonly string[] Months = ["jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"];

    private readonly ImmutableArray<(NoticeSeries Series, Regex Line, Regex Rubric)> series;

    public LineReader(IEnumerable<NoticeSeries> known)
    {
        series =
        [
            .. known.Select(one => (
                one,
                new Regex($@"(?<![\p{{L}}]){Any([one.Citation, one.Label])}\s*(?:Nr\.?|Nummer)?\s*(?<number>\d{{1,5}})\s*/\s*(?<year>\d{{4}})(?!\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)),
                new Regex($@"^\s*{Any([one.PluralLabel, one.Label])}\s*[-–—:|>»/]\s*(?<rubric>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)))),
        ];
    }

    /// <summary>Finds series, number and date in a line; the date may be missing.</summary>
    public SeriesLine? Series(string text)
    {
        if (text.Length > 400)
        {
            return null;
        }

        // The longest name wins: "Mitteilung" is also the end of "Pressemitteilung".
        foreach (var (one, line, _) in series)
        {
            if (line.Match(text) is { Success: true } match
                && NoticeNumber.TryParse($"{match.Groups["number"].Value}/{match.Groups["year"].Value}", out var number))
            {
                return new SeriesLine(one, number, Date(text[(match.Index + match.Length)..]) ?? Date(text));
            }
        }

        return null;
    }

    /// <summary>Tells whether a text that is long, such as a whole table, names a notice somewhere.</summary>
    public bool HasSeries(string text) => text.Split('\n').Any(line => Series(line) is not null);

    /// <summary>The rubric of <c>Mitteilungen - Recht, Personal, Organisation</c> or <c>Rubrik: Recht</c>.</summary>
    public string? Rubric(string text)
    {
        foreach (var line in text.Split('\n').Where(line => line.Length < 200 && Series(line) is null))
        {
            if (Labelled().Match(line) is { Success: true } labelled)
            {
                return labelled.Groups["rubric"].Value.Trim();
            }

            foreach (var (_, _, rubric) in series)
            {
                if (rubric.Match(line) is { Success: true } match)
                {
                    return Separators().Replace(match.Groups["rubric"].Value.Trim(), " / ");
                }
            }
        }

        return null;
    }

    /// <summary>The file reference of <c>Az.: 13.0.70-001</c>; empty where the label stands alone.</summary>
    public static string? FileReference(string line) => Reference().Match(line) is { Success: true } match ? match.Groups["az"].Value.Trim() : null;

    /// <summary>The first date in a text: 20.02.2024, 20. Februar 2024 or 2024-02-20.</summary>
    public static DateOnly? Date(string text)
    {
        foreach (Match match in Dates().Matches(text))
        {
            var month = match.Groups["month"].Value.TrimEnd('.').ToLowerInvariant();
            var number = int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var written)
                ? written
                : month.StartsWith("mrz", StringComparison.Ordinal) ? 3 : Array.FindIndex(Months, name => month.StartsWith(name, StringComparison.Ordinal)) + 1;
            var (day, year) = (int.Parse(match.Groups["day"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture));
            if (number is >= 1 and <= 12 && year is >= 1900 and <= 2200 && day >= 1 && day <= DateTime.DaysInMonth(year, number))
            {
                return new DateOnly(year, number, day);
            }
        }

        return null;
    }

    private static string Any(IEnumerable<string> names) => "(?:" + string.Join('|', names.Where(name => name.Length > 0).Distinct().OrderByDescending(name => name.Length).Select(name => Regex.Escape(name).Replace("\\ ", "\\s+", StringComparison.Ordinal))) + ")";

    [GeneratedRegex(@"^\s*Rubrik(?:en)?\s*:\s*(?<rubric>\S.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Labelled();

    [GeneratedRegex(@"\s+[>»|]\s+|\s+/\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"^\s*(?:Az\b\.?|Aktenzeichen\b)\s*:?\s*(?<az>.{0,80})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    [GeneratedRegex(@"(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})|(?<day>\d{1,2})\.\s*(?:(?<month>\d{1,2})\.|(?<month>[A-Za-zä]{3,9}\.?))\s*(?<year>\d{4})", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
