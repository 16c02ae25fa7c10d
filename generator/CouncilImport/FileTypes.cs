using System.Collections.Frozen;

namespace Fachinfo.CouncilImport;

/// <summary>The kinds of files that are kept. What a browser would run, such as HTML or SVG, is never stored, only linked.</summary>
internal static class FileTypes
{
    private static readonly FrozenDictionary<string, string> ByExtension = new Dictionary<string, string>
    {
        [".pdf"] = "application/pdf",
        [".doc"] = "application/msword",
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".odt"] = "application/vnd.oasis.opendocument.text",
        [".rtf"] = "application/rtf",
        [".txt"] = "text/plain",
        [".xls"] = "application/vnd.ms-excel",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".ods"] = "application/vnd.oasis.opendocument.spreadsheet",
        [".csv"] = "text/csv",
        [".ppt"] = "application/vnd.ms-powerpoint",
        [".pptx"] = "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        [".odp"] = "application/vnd.oasis.opendocument.presentation",
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".jpeg"] = "image/jpeg",
        [".gif"] = "image/gif",
        [".tif"] = "image/tiff",
        [".tiff"] = "image/tiff",
        [".zip"] = "application/zip",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ByMime = ByExtension
        .DistinctBy(pair => pair.Value)
        .Where(pair => pair.Key is not (".jpeg" or ".tiff"))
        .Append(new KeyValuePair<string, string>(".jpg", "image/jpeg"))
        .Append(new KeyValuePair<string, string>(".tif", "image/tiff"))
        .DistinctBy(pair => pair.Value)
        .ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Returns the extension of a known kind, in small letters; empty for all others.</summary>
    public static string ExtensionOf(string? fileName)
    {
        var extension = Path.GetExtension(fileName ?? "").ToLowerInvariant();
        return ByExtension.ContainsKey(extension) ? extension : "";
    }

    public static string? MimeOf(string extension) => ByExtension.GetValueOrDefault(extension);

    public static string ExtensionOfMime(string? mime) => mime is not null && ByMime.TryGetValue(mime, out var extension) ? extension : "";
}
