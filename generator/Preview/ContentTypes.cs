using Microsoft.AspNetCore.StaticFiles;

namespace Fachinfo.Preview;

/// <summary>The type of a file by its ending, as a web host would name it.</summary>
internal static class ContentTypes
{
    private static readonly FileExtensionContentTypeProvider Known = new();

    public static string Of(string path)
    {
        var type = Path.GetExtension(path) switch
        {
            ".js" or ".mjs" => "text/javascript",
            ".xml" => "application/xml",
            ".ics" => "text/calendar",
            _ => Known.TryGetContentType(path, out var found) ? found : "application/octet-stream",
        };
        return type.StartsWith("text/", StringComparison.Ordinal) || type is "application/xml" or "application/json" ? type + "; charset=utf-8" : type;
    }
}
