using System.Collections.Immutable;

namespace Fachinfo.Model;

/// <summary>A kind of file, as its bytes show it.</summary>
/// <param name="Id">Stands in caches and as <c>kind.&lt;id&gt;</c> in the theme's words: never change it.</param>
/// <param name="Label">In lists: <c>PDF</c>.</param>
/// <param name="MediaType">As IANA registers it.</param>
/// <param name="Extensions">The extensions that fit, with their point, the usual one first.</param>
public sealed record FileKind(string Id, string Label, string MediaType, params ImmutableArray<string> Extensions)
{
    public static readonly FileKind Unknown = new("unknown", "", "application/octet-stream");

    /// <summary>A program or script; never published.</summary>
    public static readonly FileKind Executable = new("executable", "", "application/octet-stream", ".exe");

    public static readonly FileKind Pdf = new("pdf", "PDF", "application/pdf", ".pdf");
    public static readonly FileKind Docx = new("docx", "DOCX", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx", ".docm", ".dotx");
    public static readonly FileKind Xlsx = new("xlsx", "XLSX", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx", ".xlsm", ".xltx");
    public static readonly FileKind Pptx = new("pptx", "PPTX", "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx", ".pptm", ".potx", ".ppsx");
    public static readonly FileKind Odt = new("odt", "ODT", "application/vnd.oasis.opendocument.text", ".odt", ".ott");
    public static readonly FileKind Ods = new("ods", "ODS", "application/vnd.oasis.opendocument.spreadsheet", ".ods", ".ots");
    public static readonly FileKind Odp = new("odp", "ODP", "application/vnd.oasis.opendocument.presentation", ".odp", ".otp");
    public static readonly FileKind OldOffice = new("office97", "", "application/x-ole-storage", ".doc", ".xls", ".ppt", ".dot", ".xlt", ".msg", ".vsd", ".mpp", ".pub");
    public static readonly FileKind Rtf = new("rtf", "RTF", "application/rtf", ".rtf");
    public static readonly FileKind Text = new("text", "TXT", "text/plain", ".txt", ".text", ".md", ".json", ".yml", ".yaml", ".ics", ".vcf", ".log", ".tex", ".geojson", ".sql");
    public static readonly FileKind Csv = new("csv", "CSV", "text/csv", ".csv", ".tsv");
    public static readonly FileKind Html = new("html", "HTML", "text/html", ".html", ".htm", ".xhtml");
    public static readonly FileKind Xml = new("xml", "XML", "application/xml", ".xml", ".xsd", ".gml", ".kml", ".gpx", ".rdf", ".xsl");
    public static readonly FileKind Svg = new("svg", "SVG", "image/svg+xml", ".svg");
    public static readonly FileKind Png = new("png", "PNG", "image/png", ".png");
    public static readonly FileKind Jpeg = new("jpeg", "JPEG", "image/jpeg", ".jpg", ".jpeg");
    public static readonly FileKind Gif = new("gif", "GIF", "image/gif", ".gif");
    public static readonly FileKind WebP = new("webp", "WebP", "image/webp", ".webp");
    public static readonly FileKind Tiff = new("tiff", "TIFF", "image/tiff", ".tif", ".tiff");
    public static readonly FileKind Zip = new("zip", "ZIP", "application/zip", ".zip", ".kmz", ".epub");
    public static readonly FileKind Gzip = new("gzip", "GZIP", "application/gzip", ".gz", ".tgz");
    public static readonly FileKind SevenZip = new("7z", "7Z", "application/x-7z-compressed", ".7z");
    public static readonly FileKind Mp3 = new("mp3", "MP3", "audio/mpeg", ".mp3");
    public static readonly FileKind Mp4 = new("mp4", "MP4", "video/mp4", ".mp4", ".m4v", ".m4a", ".mov");

    /// <summary>Gets all kinds.</summary>
    public static ImmutableArray<FileKind> All { get; } =
    [
        Unknown, Executable, Pdf, Docx, Xlsx, Pptx, Odt, Ods, Odp, OldOffice, Rtf, Text, Csv, Html, Xml, Svg, Png, Jpeg, Gif, WebP, Tiff, Zip, Gzip,
        SevenZip, Mp3, Mp4,
    ];

    /// <summary>Gets a value indicating whether the program reads text out of such files.</summary>
    public bool IsReadable => this == Pdf || this == Docx || this == Xlsx || this == Pptx || this == Odt || this == Ods || this == Odp || this == Text || this == Csv;

    /// <summary>Finds a kind by its id; an unknown one is <see cref="Unknown"/>.</summary>
    public static FileKind ById(string id) => All.FirstOrDefault(kind => kind.Id == id) ?? Unknown;

    /// <summary>Finds the kind that an extension promises; <see langword="null"/> if it promises nothing that is known.</summary>
    public static FileKind? ByExtension(string extension) => All.FirstOrDefault(kind => kind.Extensions.Contains(extension, StringComparer.OrdinalIgnoreCase));

    public bool Equals(FileKind? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => string.GetHashCode(Id, StringComparison.Ordinal);
}
