using System.Text;
using System.Text.Unicode;
using Fachinfo.Model;

namespace Fachinfo.Extraction;

/// <summary>Tells the kind of a file by its bytes. The extension only decides between kinds that look the same.</summary>
internal static class FileSniffer
{
    private const int HeadLength = 8192;

    /// <summary>Scripts that no byte gives away, and containers of programs.</summary>
    private static readonly string[] ProgramExtensions =
    [
        ".exe", ".dll", ".com", ".scr", ".msi", ".msp", ".bat", ".cmd", ".ps1", ".psm1", ".vbs", ".vbe", ".wsf", ".wsh", ".hta", ".js", ".jse", ".mjs",
        ".jar", ".lnk", ".reg", ".cpl", ".sh", ".app", ".deb", ".rpm", ".apk", ".php", ".cgi", ".pl", ".py",
    ];

    /// <param name="content">Able to seek; stands anywhere afterwards.</param>
    /// <param name="extension">In lower case with its point.</param>
    public static FileKind Sniff(Stream content, string extension)
    {
        content.Position = 0;
        var buffer = new byte[HeadLength];
        var head = buffer.AsSpan(0, content.ReadAtLeast(buffer, HeadLength, throwOnEndOfStream: false));
        if (IsProgram(head) || ProgramExtensions.Contains(extension))
        {
            return FileKind.Executable;
        }

        return StartsWith(head, "PK\u0003\u0004") || StartsWith(head, "PK\u0005\u0006") ? SniffZip(content)
            : BySignature(head, extension) ?? (IsText(head) ? TextKind(head, extension) : FileKind.Unknown);
    }

    private static bool IsProgram(ReadOnlySpan<byte> head) =>
        (StartsWith(head, "MZ") && head.IndexOf((byte)0) >= 0)
        || StartsWith(head, "\u007FELF")
        || StartsWith(head, "#!")
        || head.StartsWith<byte>([0xFE, 0xED, 0xFA, 0xCE])
        || head.StartsWith<byte>([0xFE, 0xED, 0xFA, 0xCF])
        || head.StartsWith<byte>([0xCE, 0xFA, 0xED, 0xFE])
        || head.StartsWith<byte>([0xCF, 0xFA, 0xED, 0xFE])
        || head.StartsWith<byte>([0xCA, 0xFE, 0xBA, 0xBE])
        || head.StartsWith<byte>([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00]); // A Windows shortcut.

    private static FileKind? BySignature(ReadOnlySpan<byte> head, string extension) => head switch
    {
        _ when head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0 => FileKind.Pdf, // Readers accept some bytes before it.
        _ when head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) => OleKind(extension),
        _ when StartsWith(head, "{\\rtf") => FileKind.Rtf,
        _ when head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]) => FileKind.Png,
        _ when head.StartsWith<byte>([0xFF, 0xD8, 0xFF]) => FileKind.Jpeg,
        _ when StartsWith(head, "GIF8") => FileKind.Gif,
        _ when StartsWith(head, "RIFF") && head.Length > 12 && StartsWith(head[8..], "WEBP") => FileKind.WebP,
        _ when StartsWith(head, "II*\0") || StartsWith(head, "MM\0*") => FileKind.Tiff,
        _ when head.StartsWith<byte>([0x1F, 0x8B]) => FileKind.Gzip,
        _ when head.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]) => FileKind.SevenZip,
        _ when StartsWith(head, "ID3") || head.StartsWith<byte>([0xFF, 0xFB]) => FileKind.Mp3,
        _ when head.Length > 12 && StartsWith(head[4..], "ftyp") => FileKind.Mp4,
        _ => null,
    };

    /// <summary>Old Office files, and new ones that a password protects: both come in the same container.</summary>
    private static FileKind OleKind(string extension) => FileKind.ByExtension(extension) switch
    {
        { } kind when kind == FileKind.Docx || kind == FileKind.Xlsx || kind == FileKind.Pptx => kind,
        _ when extension is ".msi" => FileKind.Executable,
        _ => FileKind.OldOffice,
    };

    private static FileKind SniffZip(Stream content)
    {
        try
        {
            using var zip = ZipGuard.Open(content);
            if (zip.GetEntry("mimetype") is { Length: < 256 } entry)
            {
                using var reader = new StreamReader(entry.Open(), Encoding.ASCII);
                var type = reader.ReadToEnd().Trim();
                return FileKind.All.FirstOrDefault(kind => kind == FileKind.Odt || kind == FileKind.Ods || kind == FileKind.Odp ? type.StartsWith(kind.MediaType, StringComparison.Ordinal) : false)
                    ?? FileKind.Zip;
            }

            var names = zip.Entries.Select(part => part.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            return !names.Contains("[Content_Types].xml") ? (names.Contains("META-INF/MANIFEST.MF") ? FileKind.Executable : FileKind.Zip)
                : names.Any(name => name.StartsWith("word/", StringComparison.OrdinalIgnoreCase)) ? FileKind.Docx
                : names.Any(name => name.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)) ? FileKind.Xlsx
                : names.Any(name => name.StartsWith("ppt/", StringComparison.OrdinalIgnoreCase)) ? FileKind.Pptx
                : FileKind.Zip;
        }
        catch (Exception damage) when (damage is InvalidDataException or HostileFileException or IOException or NotSupportedException)
        {
            return FileKind.Zip;
        }
    }

    /// <summary>No zero bytes, and UTF-8 or an older code with few control characters.</summary>
    private static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith<byte>([0xFF, 0xFE]) || head.StartsWith<byte>([0xFE, 0xFF]))
        {
            return true;
        }

        var controls = 0;
        foreach (var value in head)
        {
            if (value == 0)
            {
                return false;
            }

            controls += value is < 32 and not (9 or 10 or 12 or 13) ? 1 : 0;
        }

        return controls == 0 || (Utf8.IsValid(head) && controls * 100 < head.Length);
    }

    private static FileKind TextKind(ReadOnlySpan<byte> head, string extension)
    {
        var start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 1024)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        if (start.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            return FileKind.Html;
        }

        if (start.StartsWith("<svg", StringComparison.Ordinal) || (start.StartsWith("<?xml", StringComparison.Ordinal) && start.Contains("<svg", StringComparison.Ordinal)))
        {
            return FileKind.Svg;
        }

        return start.StartsWith("<?xml", StringComparison.Ordinal) ? (start.Contains("<html", StringComparison.OrdinalIgnoreCase) ? FileKind.Html : FileKind.Xml)
            : FileKind.Csv.Extensions.Contains(extension) ? FileKind.Csv
            : FileKind.Text;
    }

    private static bool StartsWith(ReadOnlySpan<byte> head, string ascii)
    {
        if (head.Length < ascii.Length)
        {
            return false;
        }

        for (var i = 0; i < ascii.Length; i++)
        {
            if (head[i] != ascii[i])
            {
                return false;
            }
        }

        return true;
    }
}
