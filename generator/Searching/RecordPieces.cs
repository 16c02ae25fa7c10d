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
