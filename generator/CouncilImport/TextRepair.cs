using System.Globalization;
using System.Text;

namespace Fachinfo.CouncilImport;

/// <summary>Makes text of a server fit for a file: no control characters, right umlauts, a bounded length.</summary>
internal sealed class TextRepair(ImportReport report)
{
    public const int LongestLine = 2_000;

    /// <summary>Extracted text beyond this cannot be built.</summary>
    public const int LongestText = 1_500_000;

    private static readonly string[] Placeholders = ["N/A", "n/a", "NULL", "null", "-", "--", "k.A.", "k. A."];

    /// <summary>Repairs a text of one line; <see langword="null"/> if it says nothing.</summary>
    public string? Line(string text, string place)
    {
        var mended = Mend(text, place);
        var line = new StringBuilder(mended.Length);
        foreach (var character in mended)
        {
            var isBlank = char.IsWhiteSpace(character) || char.IsControl(character);
            if (!isBlank)
            {
                line.Append(character);
            }
            else if (line.Length > 0 && line[^1] != ' ')
            {
                line.Append(' ');
            }
        }

        var plain = line.ToString().TrimEnd();
        if (plain.Length == 0 || Placeholders.Contains(plain, StringComparer.Ordinal))
        {
            if (text.Length > 0)
            {
                report.Note(Deviations.Placeholder, place);
            }

            return null;
        }

        if (plain.Length != mended.Length)
        {
            report.Note(Deviations.Whitespace, plain);
        }

        return Shorten(plain, LongestLine, place);
    }

    /// <summary>Repairs a text of many lines, with page breaks if it is extracted text.</summary>
    public string? Lines(string text, string place, int longest)
    {
        var mended = Mend(text.ReplaceLineEndings("\n"), place);
        var plain = new StringBuilder(mended.Length);
        foreach (var character in mended)
        {
            if (character is '\n' or '\f' or '\t' || !char.IsControl(character))
            {
                plain.Append(character);
            }
        }

        var result = plain.ToString().Trim();
        return result.Length == 0 ? null : Shorten(result, longest, place);
    }

    private string Mend(string text, string place)
    {
        var decoded = Mojibake.DecodeEntities(text);
        if (!ReferenceEquals(decoded, text))
        {
            report.Note(Deviations.HtmlEntity, place);
        }

        var mended = Mojibake.Mend(decoded);
        if (!ReferenceEquals(mended, decoded))
        {
            report.Note(Deviations.Mojibake, mended);
        }

        return WithoutInvisible(mended);
    }

    /// <summary>Drops halves of characters, byte-order marks and what turns the direction of writing.</summary>
    private static string WithoutInvisible(string text)
    {
        if (text.All(character => character < '\u2000' || character is >= '\u2010' and < '\u2028'))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var isInvisible = rune.Value is 0xFFFD or 0xFEFF or 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
            result.Append(isInvisible ? " " : rune.ToString());
        }

        return result.ToString();
    }

    private string Shorten(string text, int longest, string place)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        report.Note(Deviations.TooLong, place);
        var end = char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1;
        return text[..end] + "…";
    }
}
