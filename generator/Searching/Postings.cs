namespace Fachinfo.Searching;

/// <summary>Lists of documents, one for each key, as bytes: they are tens of millions of numbers.</summary>
/// <remarks>An entry is <c>distance &lt;&lt; 3 | level</c>; the distance is how many numbers lie between its document and the one before in the list.</remarks>
/// <param name="Starts">Where each list begins, and where the last one ends.</param>
internal sealed record Postings(byte[] Bytes, int[] Starts)
{
    /// <summary>Makes room for the entries of all shares, which lie one after the other within each list.</summary>
    /// <param name="shares">In the order of their documents.</param>
    /// <param name="numbers">The number of each document; they rise.</param>
    /// <returns>Besides the room the number of documents of each list, and for each share what fills its part.</returns>
    public static (Postings Room, int[] Counts, PostingFiller[] Fillers) Reserve(PostingShare[] shares, int[] numbers)
    {
        var lists = shares[0].Counts.Length;
        var (starts, counts) = (new int[lists + 1], new int[lists]);
        var fillers = Array.ConvertAll(shares, _ => new PostingFiller(lists, numbers));
        for (var list = 0; list < lists; list++)
        {
            var (at, before) = (starts[list], -1);
            for (var i = 0; i < shares.Length; i++)
            {
                fillers[i].Begin(list, at, before);
                if (shares[i].Counts[list] > 0)
                {
                    at += LengthOf(before, numbers[shares[i].Firsts[list]]) + shares[i].Sizes[list];
                    before = numbers[shares[i].Lasts[list]];
                    counts[list] += shares[i].Counts[list];
                }
            }

            starts[list + 1] = at;
        }

        var bytes = new byte[starts[^1]];
        Array.ForEach(fillers, filler => filler.Into = bytes);
        return (new Postings(bytes, starts), counts, fillers);
    }

    /// <summary>The bytes of an entry, whatever its level.</summary>
    public static int LengthOf(int before, int number) => ByteNumbers.LengthOf((number - before - 1) << Level.Bits);

    /// <summary>Reads the entries of a list one after the other.</summary>
    public PostingReader Of(int list) => new(Bytes.AsSpan(Starts[list], Starts[list + 1] - Starts[list]));
}

/// <summary>Reads a list of documents.</summary>
internal ref struct PostingReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int at;

    public bool TryRead(out int distance, out int level)
    {
        var hasMore = at < bytes.Length;
        var entry = hasMore ? ByteNumbers.Read(bytes, ref at) : 0;
        (distance, level) = (entry >> Level.Bits, entry & Level.Mask);
        return hasMore;
    }
}

/// <summary>How much room a range of documents needs in each list. For one thread.</summary>
internal sealed class PostingShare
{
    private readonly int[] numbers;

    /// <param name="numbers">The number of each document; they rise.</param>
    public PostingShare(int lists, int[] numbers)
    {
        this.numbers = numbers;
        (Counts, Sizes, Firsts, Lasts) = (new int[lists], new int[lists], new int[lists], new int[lists]);
        Array.Fill(Lasts, -1);
    }

    /// <summary>Gets the number of documents in each list.</summary>
    public int[] Counts { get; }

    /// <summary>Gets the bytes of all entries but the first, which depends on the share before.</summary>
    public int[] Sizes { get; }

    /// <summary>Gets the first document in each list.</summary>
    public int[] Firsts { get; }

    /// <summary>Gets the last document in each list; -1 where there is none.</summary>
    public int[] Lasts { get; }

    /// <summary>Notes that a document is in a list, perhaps again. Documents come in their order.</summary>
    public void Note(int document, int list)
    {
        ref var last = ref Lasts[list];
        if (last == document)
        {
            return;
        }

        if (last < 0)
        {
            Firsts[list] = document;
        }
        else
        {
            Sizes[list] += Postings.LengthOf(numbers[last], numbers[document]);
        }

        Counts[list]++;
        last = document;
    }
}

/// <summary>Writes the entries of a range of documents to the room that is theirs. For one thread.</summary>
internal sealed class PostingFiller(int lists, int[] numbers)
{
    // For each list: where the next entry goes, where the last one lies, and the number of its document.
    private readonly int[] ends = new int[lists];
    private readonly int[] lastEntries = new int[lists];
    private readonly int[] lastNumbers = new int[lists];

    /// <summary>Gets or sets where the entries go.</summary>
    public byte[] Into { get; set; } = [];

    /// <param name="at">Where the entries of this range go in a list.</param>
    /// <param name="before">The number of the document before them; -1 if there is none.</param>
    public void Begin(int list, int at, int before) => (ends[list], lastEntries[list], lastNumbers[list]) = (at, -1, before);

    /// <summary>Adds a document to a list; of one that comes again the highest level counts. Documents come in their order.</summary>
    public void Add(int document, int list, int level)
    {
        var number = numbers[document];
        if (lastNumbers[list] != number)
        {
            var at = ends[list];
            lastEntries[list] = at;
            ends[list] = at + ByteNumbers.Write(Into.AsSpan(at), ((number - lastNumbers[list] - 1) << Level.Bits) | level);
            lastNumbers[list] = number;
            return;
        }

        // The level is in the lowest bits, and these in the first byte.
        ref var entry = ref Into[lastEntries[list]];
        if ((entry & Level.Mask) < level)
        {
            entry = (byte)((entry & ~Level.Mask) | level);
        }
    }
}
