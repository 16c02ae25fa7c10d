using System.Globalization;
using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;

namespace Fachinfo.Reading;

/// <summary>Finds a date after the word "Frist" in a text, where the field is missing: editors wrote deadlines into the text for decades.</summary>
internal static partial class DeadlineHint
{
    /// <summary>Reports the first one that does not lie before the notice itself.</summary>
    /// <param name="lineOffset">Lines that stand before the text in its file.</param>
    public static void Check(SourcePath path, string text, int lineOffset, DateOnly noticeDate, ICollection<Diagnostic> findings)
    {
        // The expression is asked only at words that end in "frist": to look for them itself it would stop at every letter.
        for (var at = text.IndexOf("rist", StringComparison.Ordinal); at >= 0; at = text.IndexOf("rist", at + 1, StringComparison.Ordinal))
        {
            if (at > 0 && text[at - 1] is 'f' or 'F' && DateAfterWord().Match(text, WordStart(text, at)) is { Success: true } match && DateOf(match) is { } date && date >= noticeDate)
            {
                var group = match.Groups["date"];
                var before = text.AsSpan(0, group.Index);
                var place = new SourceLocation(path, lineOffset + before.Count('\n') + 1, group.Index - before.LastIndexOf('\n'));
                findings.Add(Codes.DeadlineNotGiven.At(place, match.Groups["word"].Value, date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)));
                return;
            }
        }
    }

    private static int WordStart(string text, int at)
    {
        while (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] == '_'))
        {
            at--;
        }

        return at;
    }

    private static DateOnly? DateOf(Match match)
    {
        var month = match.Groups["name"] is { Success: true } name
            ? DateText.MonthNamed(name.Value)
            : Number(match, "month");
        var (day, year) = (Number(match, "day"), Number(match, "year"));
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    // In the same sentence: no full stop before a capital letter lies between, and no paragraph ends.
    [GeneratedRegex(
        @"\G(?<word>\w*[Ff]rist)\b(?:(?!\.\s+\p{Lu}|\n\s*\n).){0,80}?(?<date>(?<day>[0-9]{1,2})\.\s?(?:(?<month>[0-9]{1,2})\.\s?|(?<name>Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s+)(?<year>[0-9]{4}))",
        RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex DateAfterWord();
}
