using System.Globalization;

namespace Fachinfo.Model;

/// <summary>The number of a notice within its series: <c>145/2024</c>. Unique there, and not in the order of the dates.</summary>
public readonly record struct NoticeNumber(int Number, int Year) : IComparable<NoticeNumber>
{
    /// <summary>Reads <c>145/2024</c> or <c>145</c>; the year is then 0 and comes from the date.</summary>
    public static bool TryParse(string text, out NoticeNumber number)
    {
        number = default;
        var parts = text.Split('/');
        if (parts.Length is < 1 or > 2 || !TryParsePart(parts[0], out var first) || first is 0 or > 999_999)
        {
            return false;
        }

        var year = 0;
        if (parts.Length == 2 && (!TryParsePart(parts[1], out year) || year is < 1000 or > 9999))
        {
            return false;
        }

        number = new NoticeNumber(first, year);
        return true;
    }

    public int CompareTo(NoticeNumber other) => (Year, Number).CompareTo((other.Year, other.Number));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Year}");

    private static bool TryParsePart(string text, out int value) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    public static bool operator <(NoticeNumber left, NoticeNumber right) => left.CompareTo(right) < 0;

    public static bool operator >(NoticeNumber left, NoticeNumber right) => left.CompareTo(right) > 0;

    public static bool operator <=(NoticeNumber left, NoticeNumber right) => left.CompareTo(right) <= 0;

    public static bool operator >=(NoticeNumber left, NoticeNumber right) => left.CompareTo(right) >= 0;
}
