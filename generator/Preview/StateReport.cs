using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fachinfo.Preview;

/// <summary>The state of the preview as JSON: what the overlay shows, and what <c>/__diagnostics.json</c> answers.</summary>
internal static class StateReport
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(PreviewState state, IReadOnlyList<string> roles, string role, string rootPath)
    {
        var build = state.Build;
        return new JsonObject
        {
            ["version"] = state.Version,
            ["good"] = build.IsGood,
            ["problem"] = build.Problem,
            ["milliseconds"] = Math.Round(build.Duration.TotalMilliseconds),
            ["errors"] = Count(build, "error"),
            ["warnings"] = Count(build, "warning"),
            ["infos"] = Count(build, "info"),
            ["findings"] = new JsonArray([.. build.Findings.Select(ToJson)]),
            ["unpublished"] = new JsonObject(build.Unpublished.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(rootPath + pair.Key, (JsonNode?)pair.Value))),
            ["changed"] = new JsonArray([.. build.Changed.Where(path => !path.EndsWith(".html", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Take(1000).Select(path => (JsonNode)(rootPath + "/" + path))]),
            ["roles"] = new JsonArray([.. roles.Select(name => (JsonNode)name)]),
            ["role"] = role,
        }.ToJsonString(Options);
    }

    public static string Of(PageFingerprint fingerprint) => new JsonObject
    {
        ["page"] = fingerprint.Page,
        ["frame"] = fingerprint.Frame,
        ["styleSheets"] = new JsonArray([.. fingerprint.StyleSheets.Select(address => (JsonNode)address)]),
    }.ToJsonString(Options);

    private static int Count(PreviewBuild build, string severity) => build.Findings.Count(finding => finding.Severity == severity);

    private static JsonNode ToJson(PreviewFinding finding) => new JsonObject
    {
        ["code"] = finding.Code,
        ["severity"] = finding.Severity,
        ["file"] = finding.File,
        ["line"] = finding.Line,
        ["column"] = finding.Column,
        ["message"] = finding.Message,
        ["excerpt"] = finding.Excerpt,
    };
}
