namespace Fachinfo.Searching;

/// <summary>The terms of a document as bytes: their number, then each; so they take half the memory.</summary>
internal static class EncodedTerms
{
    /// <param name="terms">Each <c>number of the term &lt;&lt; 3 | level</c>.</param>
    public static byte[] Of(ReadOnlySpan<int> terms)
    {
        var length = ByteNumbers.LengthOf(terms.Length);
        foreach (var term in terms)
        {
            length += ByteNumbers.LengthOf(term);
        }

        var bytes = new byte[length];
        var at = ByteNumbers.Write(bytes, terms.Length);
        foreach (var term in terms)
        {
            at += ByteNumbers.Write(bytes.AsSpan(at), term);
        }

        return bytes;
    }

    /// <param name="buffer">Holds what is returned, and grows if it must; what it held before is gone.</param>
    public static Span<int> Read(ReadOnlySpan<byte> bytes, ref int[] buffer)
    {
        var at = 0;
        var count = ByteNumbers.Read(bytes, ref at);
        if (buffer.Length < count)
        {
            buffer = new int[Math.Max(count, 2 * buffer.Length)];
        }

        var terms = buffer.AsSpan(0, count);
        foreach (ref var term in terms)
        {
            term = ByteNumbers.Read(bytes, ref at);
        }

        return terms;
    }
}
