using System.Globalization;
using System.Text;

namespace Fachinfo.Model;

/// <summary>Numbers, sizes and lists as German readers expect them; the program runs without culture data.</summary>
public static class GermanText
{
    /// <summary>Groups digits by points: <c>25.000</c>.</summary>
    public static string Number(long value)
    {
        var digits = value.ToString(CultureInfo.InvariantCulture);
        var start = value < 0 ? 1 : 0;
        var text = new StringBuilder(digits);
        for (var at = digits.Length - 3; at > start; at -= 3)
        {
            text.Insert(at, '.');
        }

        return text.ToString();
    }

    /// <summary>A number with its noun: <c>1 Datei</c>, <c>25.000 Dateien</c>.</summary>
    public static string Count(long value, string one, string many) => Number(value) + " " + (value == 1 ? one : many);

    /// <summary>A size as people read it, in decimal units: <c>90 kB</c>, <c>1,4 MB</c>.</summary>
    public static string Size(long sizeInBytes)
    {
        (string Unit, double Factor)[] units = [("kB", 1e3), ("MB", 1e6), ("GB", 1e9)];
        if (sizeInBytes < 1000)
        {
            return $"{sizeInBytes.ToString(CultureInfo.InvariantCulture)} Byte";
        }

        var (unit, factor) = units.Last(candidate => sizeInBytes >= candidate.Factor);
        var value = sizeInBytes / factor;
        var digits = value < 10 && factor > 1e3 ? "0.#" : "0";
        return value.ToString(digits, CultureInfo.InvariantCulture).Replace('.', ',') + " " + unit;
    }

    /// <summary>Keeps a section sign and its number on one line (DIN 5008): <c>§ 2b UStG</c> with a protected blank.</summary>
    public static string KeepSections(string text) => text.Replace("§ ", "§\u00A0", StringComparison.Ordinal);

    /// <summary>Shortens at a word boundary and appends an ellipsis, if the text is longer.</summary>
    public static string Shorten(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', length - 1);
        end = end < length / 2 ? length - 1 : end;
        if (char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return text[..end].TrimEnd(' ', ',', ';', ':', '.', '–', '-') + " …";
    }
}
