using System.Buffers;
using System.Text;

namespace Fachinfo.Searching;

/// <summary>The terms of some documents with their levels, one document after the other, and the table of these terms.</summary>
/// <remarks>Used by one thread; a term of a document is one number: <c>term &lt;&lt; 3 | level</c>.</remarks>
internal sealed class TermCollector(Func<Execution.BodyReference, Execution.RentedBytes> readBody)
{
    private readonly WordReader reader = new();
    private int[] sums = new int[4096];
    private int[] touched = new int[1024];
    private int touchedCount;
    private byte[] buffer = new byte[16 * 1024];

    public TermTable Terms { get; } = new();

    /// <summary>Returns the terms of one document, in no order, numbered as in <see cref="Terms"/>.</summary>
    public byte[] Read(SearchDocument document)
    {
        touchedCount = 0;
        Read(document.Title, Field.Title);
        Read(document.Summary, Field.Summary);
        foreach (var keywords in document.Keywords)
        {
            Read(keywords, Field.Keywords);
        }

        Read(document.ReadText?.Invoke() ?? "", Field.Body);
        if (!document.Body.IsEmpty)
        {
            using var html = readBody(document.Body);
            Reserve(html.Span.Length);
            Read(buffer.AsSpan(0, HtmlText.Read(html.Span, buffer)), Field.Body);
        }

        var terms = touched.AsSpan(0, touchedCount);
        foreach (ref var term in terms)
        {
            ref var sum = ref sums[term];
            term = (term << Level.Bits) | Level.Of(sum);
            sum = 0;
        }

        return EncodedTerms.Of(terms);
    }

    private void Read(string text, Field field)
    {
        if (text.Length > 0)
        {
            var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
            Read(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), field);
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Read(ReadOnlySpan<byte> text, Field field)
    {
        var sink = new Sink(this, field);
        reader.Read(text, ref sink);
    }

    private void Note(ReadOnlySpan<byte> word, Field field)
    {
        var term = Terms.Add(word);
        if (term >= sums.Length)
        {
            Array.Resize(ref sums, Math.Max(2 * sums.Length, term + 1));
        }

        if (sums[term] == 0)
        {
            if (touchedCount == touched.Length)
            {
                Array.Resize(ref touched, 2 * touched.Length);
            }

            touched[touchedCount++] = term;
        }

        sums[term] = Level.Note(sums[term], field);
    }

    private void Reserve(int length)
    {
        if (buffer.Length < length + 1)
        {
            buffer = new byte[Math.Max(2 * buffer.Length, length + 1)];
        }
    }

    private readonly struct Sink(TermCollector collector, Field field) : ITermSink
    {
        public void Add(ReadOnlySpan<byte> term) => collector.Note(term, field);
    }
}
