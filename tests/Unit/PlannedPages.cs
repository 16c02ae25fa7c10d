using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Fachinfo.Execution;
using Fachinfo.Pages;

namespace Fachinfo.Tests;

/// <summary>Shows planned pages as text: route, source and view model, a file for each kind of page.</summary>
internal static class PlannedPages
{
    private const int DeepestOwnLine = 4;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Assets of the theme are left out: they are the theme's business. So are pieces of the index, which have tests of their own.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Show(IEnumerable<Page> pages) => pages
        .Where(page => !page.Route.Path.StartsWith("/assets/", StringComparison.Ordinal) && page.Kind != "search-piece")
        .GroupBy(page => page.Kind)
        .Select(group => KeyValuePair.Create($"pages/{group.Key}.json", Text(new JsonArray([.. group.Select(ToNode)]))));

    private static JsonObject ToNode(Page page)
    {
        var node = new JsonObject { ["route"] = page.Route.Path };
        if (page.Origin.Value is { } source)
        {
            node["source"] = source;
        }

        switch (page)
        {
            case TemplatePage template:
                var model = template.Model();
                node["model"] = JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(model, PageFormat.Default.GetTypeInfo(model.GetType())!));
                break;
            case TextPage text:
                node["text"] = new JsonArray([.. text.Text().TrimEnd('\n').Split('\n').Select(line => (JsonNode)line)]);
                break;
        }

        return node;
    }

    private static string Text(JsonNode node)
    {
        var text = new StringBuilder();
        Append(text, node, 0);
        return text.Append('\n').ToString();
    }

    /// <summary>Breaks lines down to a certain depth only: what lies deeper is one line, so that a change shows as one.</summary>
    private static void Append(StringBuilder text, JsonNode? node, int depth)
    {
        var children = node switch
        {
            JsonObject map => map.Select(pair => (Name: JsonSerializer.Serialize(pair.Key) + ": ", pair.Value)).ToList(),
            JsonArray list => list.Select(item => (Name: "", Value: item)).ToList(),
            _ => [],
        };
        if (children.Count == 0 || depth >= DeepestOwnLine)
        {
            text.Append(node?.ToJsonString(Plain) ?? "null");
            return;
        }

        text.Append(node is JsonArray ? '[' : '{');
        for (var i = 0; i < children.Count; i++)
        {
            text.Append(i == 0 ? "\n" : ",\n").Append(' ', 2 * (depth + 1)).Append(children[i].Name);
            Append(text, children[i].Value, depth + 1);
        }

        text.Append('\n').Append(' ', 2 * depth).Append(node is JsonArray ? ']' : '}');
    }
}
