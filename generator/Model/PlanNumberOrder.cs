namespace Fachinfo.Model;

/// <summary>Orders plan numbers segment by segment as numbers: 13.0.70 before 13.0.100, and 20 beside 020.</summary>
public sealed class PlanNumberOrder : IComparer<string>
{
    public static readonly PlanNumberOrder Instance = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x, right = y;
        while (!left.IsEmpty && !right.IsEmpty)
        {
            var order = CompareSegment(Next(ref left), Next(ref right));
            if (order != 0)
            {
                return order;
            }
        }

        var shorter = left.Length.CompareTo(right.Length);
        return shorter != 0 ? shorter : string.CompareOrdinal(x, y);
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('.');
        var segment = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return segment;
    }

    /// <summary>Compares digits as a number of any length, without leading zeros.</summary>
    private static int CompareSegment(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var a = left.TrimStart('0');
        var b = right.TrimStart('0');
        return a.Length != b.Length ? a.Length.CompareTo(b.Length) : a.CompareTo(b, StringComparison.Ordinal);
    }
}
