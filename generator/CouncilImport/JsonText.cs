using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Fachinfo.CouncilImport;

/// <summary>Reads JSON as servers send it. Only unescaped control characters are repaired; anything else that is wrong stays unread.</summary>
internal static class JsonText
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = true };

    /// <param name="origin">File or address, for the report.</param>
    public static JsonElement? Parse(ReadOnlySpan<byte> bytes, string origin, ImportReport report)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
        {
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
            report.Note(Deviations.ByteOrderMark, origin);
        }

        if (!Utf8.IsValid(bytes))
        {
            report.LeaveOut("JSON", origin, "ist nicht in UTF-8");
            report.IsIncomplete = true;
            return null;
        }

        if (TryParse(bytes) is { } element)
        {
            return element;
        }

        if (EscapeControls(bytes) is { } repaired && TryParse(repaired) is { } second)
        {
            report.Note(Deviations.ControlCharacters, origin);
            return second;
        }

        report.LeaveOut("JSON", origin, bytes.TrimStart(" \r\n\t"u8) is [(byte)'<', ..] ? "statt JSON kam eine Webseite" : "ist kein gültiges JSON");
        report.IsIncomplete = true;
        return null;
    }

    private static JsonElement? TryParse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonElement.Parse(bytes, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Escapes line breaks and tabs inside of strings and blanks the other control characters; <see langword="null"/> if there are none.</summary>
    private static byte[]? EscapeControls(ReadOnlySpan<byte> bytes)
    {
        var repaired = new List<byte>(bytes.Length + 64);
        var (isInside, isEscaped, found) = (false, false, false);
        foreach (var one in bytes)
        {
            if (isInside && one < 0x20)
            {
                found = true;
                repaired.AddRange(one switch { (byte)'\n' => "\\n"u8, (byte)'\r' => "\\r"u8, (byte)'\t' => "\\t"u8, _ => " "u8 });
                isEscaped = false;
                continue;
            }

            if (!isInside && one is < 0x20 and not ((byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                found = true;
                repaired.Add((byte)' ');
                continue;
            }

            if (one == '"' && !isEscaped)
            {
                isInside = !isInside;
            }

            isEscaped = isInside && one == '\\' && !isEscaped;
            repaired.Add(one);
        }

        return found ? [.. repaired] : null;
    }
}
