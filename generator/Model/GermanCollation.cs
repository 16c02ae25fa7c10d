using Fachinfo.Diagnostics;

namespace Fachinfo.Model;

/// <summary>Sorts text for people after DIN 5007-1: umlauts as their base letter, ß as ss, case ignored, numbers by value.</summary>
public sealed class GermanCollation : IComparer<string>
{
    public static readonly GermanCollation Instance = new();

    public int Compare(string? x, string? y)
    {
        var order = ComparePrimary(x ?? "", y ?? "");
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    private static int ComparePrimary(string left, string right)
    {
        var (a, b) = (Fold(left), Fold(right));
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                var order = CompareNumbers(a, ref i, b, ref j);
                if (order != 0)
                {
                    return order;
                }

                continue;
            }

            if (a[i] != b[j])
            {
                return a[i].CompareTo(b[j]);
            }

            i++;
            j++;
        }

        return (a.Length - i).CompareTo(b.Length - j);
    }

    private static int CompareNumbers(string a, ref int i, string b, ref int j)
    {
        var first = Digits(a, ref i);
        var second = Digits(b, ref j);
        var order = first.Length.CompareTo(second.Length);
        return order != 0 ? order : first.CompareTo(second, StringComparison.Ordinal);
    }

    private static ReadOnlySpan<char> Digits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return text.AsSpan(start, at - start).TrimStart('0');
    }

    private static string Fold(string text) =>
        new([.. text.ToLowerInvariant().Replace("ß", "ss", StringComparison.Ordinal).Select(UmlautComposition.BaseLetter)]);
}
