using System.Net;
using System.Text;

namespace Fachinfo.CouncilImport;

/// <summary>Mends umlauts that went through the wrong code page, where the broken form can mean nothing else.</summary>
internal static class Mojibake
{
    /// <summary>UTF-8 read as CP850 or Latin-1: two characters for one.</summary>
    private static readonly (string Broken, string Right)[] Pairs =
    [
        ("├ñ", "ä"), ("├Â", "ö"), ("├╝", "ü"), ("├ƒ", "ß"), ("├ä", "Ä"), ("├û", "Ö"), ("├£", "Ü"), ("├®", "é"),
        ("Ã¤", "ä"), ("Ã¶", "ö"), ("Ã¼", "ü"), ("ÃŸ", "ß"), ("Ã\u009f", "ß"), ("Ã„", "Ä"), ("Ã\u0084", "Ä"), ("Ã–", "Ö"), ("Ã\u0096", "Ö"), ("Ãœ", "Ü"), ("Ã\u009c", "Ü"),
    ];

    /// <summary>CP850 read as Latin-1: control characters that no text has.</summary>
    private static readonly (char Broken, char Right)[] Controls =
        [('\u0084', 'ä'), ('\u0094', 'ö'), ('\u0081', 'ü'), ('\u008E', 'Ä'), ('\u0099', 'Ö'), ('\u009A', 'Ü')];

    /// <summary>Latin-1 read as CP850: signs that never stand between two small letters.</summary>
    private static readonly (char Broken, char Right)[] Signs = [('÷', 'ö'), ('³', 'ü'), ('▀', 'ß')];

    /// <summary>Returns the text mended; the same instance if there is nothing to mend.</summary>
    public static string Mend(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var mended = text;
        foreach (var (broken, right) in Pairs)
        {
            mended = mended.Replace(broken, right, StringComparison.Ordinal);
        }

        var hadControls = Controls.Any(pair => mended.Contains(pair.Broken, StringComparison.Ordinal));
        foreach (var (broken, right) in Controls)
        {
            mended = mended.Replace(broken, right);
        }

        if (hadControls)
        {
            // CP850 has ß where Latin-1 has á; on its own that could be a name.
            mended = mended.Replace('á', 'ß');
        }

        mended = MendSigns(mended);
        return string.Equals(mended, text, StringComparison.Ordinal) ? text : mended;
    }

    /// <summary>Resolves HTML entities; the same instance if there are none.</summary>
    public static string DecodeEntities(string text)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        return at < 0 || text.IndexOf(';', at) < 0 ? text : WebUtility.HtmlDecode(text) is var plain && plain == text ? text : plain;
    }

    private static string MendSigns(string text)
    {
        if (!Signs.Any(pair => text.Contains(pair.Broken, StringComparison.Ordinal)))
        {
            return text;
        }

        var result = new StringBuilder(text);
        var found = false;
        for (var i = 1; i < text.Length - 1; i++)
        {
            foreach (var (broken, right) in Signs)
            {
                if (text[i] == broken && char.IsLower(text[i - 1]) && char.IsLower(text[i + 1]))
                {
                    result[i] = right;
                    found = true;
                }
            }
        }

        // Only beside another sign of the same accident: õ is a letter of other languages.
        return found ? result.Replace('õ', 'ä').ToString() : text;
    }
}
