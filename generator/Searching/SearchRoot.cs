using System.Text.Json;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

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
