using System.Text.RegularExpressions;

namespace Fachinfo.Reading;

/// <summary>A place in a text that may cite a notice.</summary>
/// <param name="Start">Where the part that becomes a link starts, and its length.</param>
/// <param name="Target">What is cited, in one form: <c>StGB NRW-Mitteilung 145/2024</c>. The link step knows which words are series.</param>
internal readonly record struct Citation(int Start, int Length, string Target);

/// <summary>Finds what looks like a citation; whether its words name a series is known later, when all settings are.</summary>
/// <remarks>Forms: <c>Mitteilung 145/2024</c>, <c>Schnellbrief Nr. 63/2005</c>, <c>Mitt. StGB NRW Juli 2006 Nr. 467</c>; and more numbers after the first, as in <c>Mitteilungen 6/2024, 7/2024 und 8/2024</c>.</remarks>
internal static partial class CitationFinder
{
    private static readonly string[] Connections = ["und", "oder", "sowie", "bzw."];

    public static IReadOnlyList<Citation> Find(ReadOnlySpan<char> text)
    {
        if (!MayHold(text))
        {
            return [];
        }

        var all = text.ToString();
        var found = new List<Citation>();
        for (var match = Shape().Match(all); match.Success; match = Shape().Match(all, match.Index + match.Length))
        {
            var isOldForm = match.Groups["old"].Success;
            var label = match.Groups[isOldForm ? "old" : "label"];
            var words = WithoutNumberWord(label.Value);
            if (words.Length == 0)
            {
                continue;
            }

            var start = isOldForm ? match.Index : StartOfName(all, label.Index, label.Index + words.Length);
            var series = words.Replace('\n', ' ').Replace('\u00A0', ' ');
            found.Add(ToCitation(series, start, match));
            if (isOldForm)
            {
                continue;
            }

            for (var next = Another().Match(all, match.Index + match.Length); next.Success; next = Another().Match(all, match.Index + match.Length))
            {
                match = next;
                found.Add(ToCitation(series, next.Groups["number"].Index, next));
            }
        }

        return found;
    }

    /// <summary>Tells whether a line goes on with the number of a citation that the line before began: <c>145/2024</c>, <c>Nr. 145/2024</c>, <c>und 146/2024</c>.</summary>
    public static bool MayContinue(ReadOnlySpan<char> line)
    {
        foreach (var word in Connections)
        {
            if (line.StartsWith(word, StringComparison.Ordinal) && line.Length > word.Length && char.IsWhiteSpace(line[word.Length]))
            {
                line = line[word.Length..].TrimStart();
                break;
            }
        }

        return !line.IsEmpty && (char.IsAsciiDigit(line[0]) || line.StartsWith("Nr.", StringComparison.Ordinal));
    }

    private static Citation ToCitation(string series, int start, Match match) =>
        new(start, match.Index + match.Length - start, $"{series} {match.Groups["number"].Value}/{match.Groups["year"].Value}");

    /// <summary>Most texts have no slash between digits and no "Nr.": they are not searched.</summary>
    private static bool MayHold(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('/'); at >= 0;)
        {
            if (at > 0 && at + 4 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 4]))
            {
                return true;
            }

            var next = text[(at + 1)..].IndexOf('/');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return text.Contains("Mitt. ", StringComparison.Ordinal);
    }

    /// <summary>Takes "Nr." from the end: of "Schnellbrief Nr." and of "Vorlagen-Nr.".</summary>
    private static string WithoutNumberWord(string label) =>
        label.EndsWith("Nr.", StringComparison.Ordinal) ? label[..^"Nr.".Length].TrimEnd(' ', '\n', '\u00A0', '-') : label;

    /// <summary>The last word, with abbreviations before it: "StGB NRW-Mitteilung", but not "der Mitteilung".</summary>
    private static int StartOfName(string text, int first, int end)
    {
        var start = StartOfWord(text, first, end);
        while (start > first)
        {
            var before = StartOfWord(text, first, start - 1);
            if (text.AsSpan(before, start - 1 - before).Count(char.IsUpper) < 2)
            {
                break;
            }

            start = before;
        }

        return start;
    }

    private static int StartOfWord(string text, int first, int end)
    {
        while (end > first && !char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static int Count(this ReadOnlySpan<char> text, Func<char, bool> holds)
    {
        var count = 0;
        foreach (var letter in text)
        {
            count += holds(letter) ? 1 : 0;
        }

        return count;
    }

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}/.-])(?:(?<old>Mitt\.(?:\s[\p{L}-]+){0,3}?)\s(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\s(?<year>[0-9]{4})\sNr\.\s(?<number>[0-9]{1,6})|(?<label>(?:\p{L}[\p{L}.-]*\s){0,3}\p{L}[\p{L}.-]*)\s(?<number>[0-9]{1,6})/(?<year>[0-9]{4}))(?![\p{L}\p{N}/])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();

    /// <summary>One more number of the same series, right behind the last one.</summary>
    [GeneratedRegex(
        @"\G(?:,?\s(?:und|oder|sowie|bzw\.)|,)\s(?:Nr\.\s)?(?<number>[0-9]{1,6})/(?<year>[0-9]{4})(?![\p{L}\p{N}/])",
        RegexOptions.CultureInvariant)]
    private static partial Regex Another();
}
