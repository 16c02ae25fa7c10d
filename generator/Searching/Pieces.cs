using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>What a list of hits shows of each document, 32 in a piece: JSON, <c>[[title, address, label, date, summary, rubric, page and members only, deadlines …]]</c>.</summary>
internal static class RecordPieces
{
    private const int LongestSummary = 180;

    public static IEnumerable<(ContentHash Hash, Func<byte[]> Bytes)> Plan(SearchSet set, DocumentNumbers numbers)
    {
        for (var block = 0; block * DocumentNumbers.BlockSize < numbers.End; block++)
        {
            var number = block;
            var (start, length) = numbers.InBlock(block).GetOffsetAndLength(numbers.Numbers.Length);
            var hash = new HashBuilder().Add(number);
            for (var i = start; i < start + length; i++)
            {
                hash.Add(numbers.Numbers[i]).Add(numbers.Documents[i].RecordHash()).Add(RubricOf(set, numbers.Documents[i]));
            }

            yield return (hash.ToHash(), () => Write(set, numbers, number, start, start + length));
        }
    }

    private static byte[] Write(SearchSet set, DocumentNumbers numbers, int block, int start, int end) => PieceJson.Write(json =>
    {
        json.WriteStartArray();
        var next = start;
        for (var number = block * DocumentNumbers.BlockSize; number < (block + 1) * DocumentNumbers.BlockSize && next < end; number++)
        {
            if (numbers.Numbers[next] != number)
            {
                json.WriteNumberValue(0);
                continue;
            }

            Write(json, set, numbers.Documents[next++]);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, SearchSet set, SearchDocument document)
    {
        json.WriteStartArray();
        json.WriteStringValue(document.Title);
        json.WriteStringValue(document.Address);
        json.WriteStringValue(document.Label);
        json.WriteStringValue(document.Date is { } date ? PieceJson.Iso(date) : "");
        json.WriteStringValue(Model.GermanText.Shorten(document.ReadText?.Invoke().ReplaceLineEndings(" ").Trim() ?? document.Summary, LongestSummary));
        json.WriteStringValue(RubricOf(set, document));
        json.WriteNumberValue((2 * document.Page) + (document.IsMembersOnly ? 1 : 0));
        foreach (var deadline in document.Deadlines)
        {
            json.WriteStringValue(PieceJson.Iso(deadline));
        }

        json.WriteEndArray();
    }

    private static string RubricOf(SearchSet set, SearchDocument document) => document.Rubrics.IsEmpty ? "" : set.Rubrics[document.Rubrics[0]].Title;
}

/// <summary>What filters and the order by date need of each document, 8,192 in a piece: columns of numbers of two bytes, low byte first.</summary>
/// <remarks>Date and last deadline are days from 1 January 1970, divided into 16 bits; 0 is none. Up to two rubrics, from 1.</remarks>
internal static class FacetPieces
{
    public const int BlockSize = 8192;

    private static readonly int FirstDay = new DateOnly(1970, 1, 1).DayNumber - 1;

    public static IEnumerable<byte[]> Plan(DocumentNumbers numbers)
    {
        for (var block = 0; block * BlockSize < numbers.End; block++)
        {
            var (from, to) = (block * BlockSize, Math.Min(numbers.End, (block + 1) * BlockSize));
            var count = to - from;
            var bytes = new byte[8 * count];
            var start = Array.BinarySearch(numbers.Numbers, from);
            for (var i = start < 0 ? ~start : start; i < numbers.Numbers.Length && numbers.Numbers[i] < to; i++)
            {
                var document = numbers.Documents[i];
                var at = numbers.Numbers[i] - from;
                Put(bytes, at, document.Date);
                Put(bytes, count + at, document.Deadlines.IsEmpty ? null : document.Deadlines.Max());
                Put(bytes, (2 * count) + at, document.Rubrics.IsEmpty ? 0 : document.Rubrics[0] + 1);
                Put(bytes, (3 * count) + at, document.Rubrics.Length < 2 ? 0 : document.Rubrics[1] + 1);
            }

            yield return bytes;
        }
    }

    private static void Put(byte[] bytes, int place, DateOnly? date) => Put(bytes, place, date is { } day ? Math.Clamp(day.DayNumber - FirstDay, 0, ushort.MaxValue) : 0);

    private static void Put(byte[] bytes, int place, int value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2 * place), (ushort)value);
}

/// <summary>What leads straight to a thing: numbers such as <c>145/2024</c>, in as many pieces as there is need for; JSON by key.</summary>
internal static class JumpPieces
{
    private const int KeysInPiece = 256;

    private readonly record struct Jump(uint Piece, string Key, string Label, string Address)
    {
        public static int Compare(Jump left, Jump right)
        {
            var order = left.Piece.CompareTo(right.Piece);
            order = order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
            return order != 0 ? order : string.CompareOrdinal(left.Address, right.Address);
        }
    }

    /// <summary>Every piece by its number, empty ones too; its bytes are made only if it must be written.</summary>
    public static IEnumerable<(ContentHash Hash, Func<byte[]> Bytes)> Plan(SearchSet set)
    {
        var (jumps, count) = Sorted(set);
        var start = 0;
        for (var piece = 0u; piece < count; piece++)
        {
            var first = start;
            var hash = new HashBuilder();
            for (; start < jumps.Length && jumps[start].Piece == piece; start++)
            {
                hash.Add(jumps[start].Key).Add(jumps[start].Label).Add(jumps[start].Address);
            }

            var own = jumps.AsMemory(first, start - first);
            yield return (hash.ToHash(), () => Write(own.Span));
        }
    }

    private static (Jump[] Jumps, uint Count) Sorted(SearchSet set)
    {
        var jumps = new List<Jump>(2 * set.Documents.Count);
        foreach (var document in set.Documents)
        {
            foreach (var key in document.Jumps)
            {
                jumps.Add(new Jump(Hash(key), key, document.Label, document.Address));
            }
        }

        foreach (var (key, label, address) in set.Jumps)
        {
            jumps.Add(new Jump(Hash(key), key, label, address));
        }

        var count = 1u;
        while (count * KeysInPiece < jumps.Count)
        {
            count *= 2;
        }

        Jump[] sorted = [.. jumps.Select(jump => jump with { Piece = jump.Piece % count })];
        Array.Sort(sorted, Jump.Compare);
        return (sorted, count);
    }

    private static byte[] Write(ReadOnlySpan<Jump> jumps)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using var json = PieceJson.Writer(buffer);
        json.WriteStartObject();
        for (var i = 0; i < jumps.Length; i++)
        {
            if (i == 0 || jumps[i].Key != jumps[i - 1].Key)
            {
                json.WriteStartArray(jumps[i].Key);
            }

            json.WriteStartArray();
            json.WriteStringValue(jumps[i].Label);
            json.WriteStringValue(jumps[i].Address);
            json.WriteEndArray();
            if (i + 1 == jumps.Length || jumps[i].Key != jumps[i + 1].Key)
            {
                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>FNV-1a over the characters, as in <c>root.js</c> of the theme's search; keys are ASCII.</summary>
    private static uint Hash(string key)
    {
        var hash = 2166136261u;
        foreach (var character in key)
        {
            hash = (hash ^ character) * 16777619u;
        }

        return hash;
    }
}

/// <summary>The root: groups of numbers, weights, and the names of all pieces; JSON.</summary>
internal static class SearchRoot
{
    private static readonly string[] Kinds = ["shards", "spellings", "records", "facets", "jumps"];

    /// <param name="pieces">Those of each of the <see cref="Kinds"/>.</param>
    public static byte[] Write(SearchSet set, DocumentNumbers numbers, ShardSource source, params Page[][] pieces) => PieceJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("count", numbers.Documents.Count);
        json.WriteNumber("recordBlock", DocumentNumbers.BlockSize);
        json.WriteNumber("facetBlock", FacetPieces.BlockSize);
        json.WriteStartArray("weights");
        foreach (var weight in Level.Weights)
        {
            json.WriteNumberValue(weight);
        }

        json.WriteEndArray();
        json.WriteStartArray("groups");
        foreach (var group in numbers.Groups)
        {
            json.WriteStartArray();
            json.WriteNumberValue(group.Base);
            json.WriteNumberValue(group.Capacity);
            json.WriteStringValue(group.Group.Kind);
            json.WriteNumberValue(group.Group.Year);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteStartArray("rubrics");
        foreach (var (slugPath, _) in set.Rubrics)
        {
            json.WriteStringValue(slugPath);
        }

        json.WriteEndArray();
        WriteReplaced(json, set, numbers);
        json.WriteString("starts", StartsOf(source.Shards));
        json.WriteString("spellingStarts", StartsOf(source.Spellings));
        foreach (var (name, list) in Kinds.Zip(pieces))
        {
            json.WriteString(name, string.Concat(list.Select(SearchIndex.NameOf)));
        }

        json.WriteEndObject();
    });

    /// <summary>In pairs: the number of a document here, and its number in the index that is searched along with this one.</summary>
    private static void WriteReplaced(Utf8JsonWriter json, SearchSet set, DocumentNumbers numbers)
    {
        if (set.Below is null)
        {
            return;
        }

        var own = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < numbers.Numbers.Length; i++)
        {
            own.TryAdd(numbers.Documents[i].Address, numbers.Numbers[i]);
        }

        var below = set.Below.Numbers.Value;
        json.WriteStartArray("replaces");
        for (var i = 0; i < below.Numbers.Length; i++)
        {
            if (own.TryGetValue(below.Documents[i].Address, out var number))
            {
                json.WriteNumberValue(number);
                json.WriteNumberValue(below.Numbers[i]);
            }
        }

        json.WriteEndArray();
    }

    private static string StartsOf(IReadOnlyList<ShardName> names) => string.Join(' ', names.Select(name => name.Start));
}

/// <summary>JSON as the pieces hold it: letters as they are, no blanks.</summary>
internal static class PieceJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = Writer(buffer))
        {
            write(json);
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static Utf8JsonWriter Writer(IBufferWriter<byte> into) => new(into, Options);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
