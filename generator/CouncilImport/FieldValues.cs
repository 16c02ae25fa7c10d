using System.Globalization;
using System.Text.Json;
using Fachinfo.Model;

namespace Fachinfo.CouncilImport;

/// <summary>Reads values of objects; what is repaired on the way is counted.</summary>
internal sealed class FieldValues(ImportReport report, Stamps stamps)
{
    private const int LongestResolution = 100_000;
    private const int LongestSlug = 90;

    private readonly TextRepair repair = new(report);

    public ImportReport Report => report;

    /// <summary>Reads a text of one line.</summary>
    public string? Line(OParlObject from, string name) => Raw(from, name) is { } text ? repair.Line(text, $"{name} ({from.Id})") : null;

    /// <summary>Reads a text that becomes part of an address, and so must not be longer than a file name.</summary>
    public string? AddressLine(OParlObject from, string name)
    {
        if (Line(from, name) is not { } text || Slug.Of(text).Length <= LongestSlug)
        {
            return Line(from, name);
        }

        report.Note(Deviations.TooLong, $"{name} ({from.Id})");
        var end = Math.Min(text.Length, LongestSlug);
        while (Slug.Of(text[..end]).Length > LongestSlug || char.IsHighSurrogate(text[end - 1]))
        {
            end--;
        }

        return text[..end].TrimEnd();
    }

    /// <summary>Reads the wording of a resolution.</summary>
    public string? Lines(OParlObject from, string name) => Raw(from, name) is { } text ? repair.Lines(text, $"{name} ({from.Id})", LongestResolution) : null;

    /// <summary>Reads the extracted text of a file.</summary>
    public string? LongText(OParlObject from, string name) => Raw(from, name) is { } text ? repair.Lines(text, $"{name} ({from.Id})", TextRepair.LongestText) : null;

    /// <summary>Reads an address with http or https; anything else is not taken over.</summary>
    public string? Address(OParlObject from, string name)
    {
        if (Raw(from, name)?.Trim() is not { Length: > 0 and <= TextRepair.LongestLine } text || text.Any(character => char.IsControl(character) || char.IsWhiteSpace(character)))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 ? text : null;
    }

    public DateOnly? Day(OParlObject from, string name)
    {
        if (Raw(from, name) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!ServerTime.TryParseDay(text, out var day, out var isRight))
        {
            report.Note(Deviations.InvalidDate, $"{name}: {text} ({from.Id})");
            return null;
        }

        if (!isRight)
        {
            report.Note(Deviations.DateAsTime, $"{name}: {text} ({from.Id})");
        }

        return day;
    }

    public DateTime? Time(OParlObject from, string name)
    {
        if (Raw(from, name) is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (!ServerTime.TryParse(text, out var time, out var isRight))
        {
            report.Note(Deviations.InvalidDate, $"{name}: {text} ({from.Id})");
            return null;
        }

        if (!isRight)
        {
            report.Note(Deviations.TimeForm, $"{name}: {text} ({from.Id})");
        }

        return time;
    }

    /// <summary>Reads when an object was made and changed, in this order, without placeholders.</summary>
    public (DateTime? Created, DateTime? Modified) Record(OParlObject from)
    {
        var (created, modified) = (Time(from, "created"), Time(from, "modified"));
        if (stamps.ArePlaceholders(created, modified))
        {
            report.Note(Deviations.MidnightStamp, from.Id);
            return (null, null);
        }

        if (created > modified)
        {
            report.Note(Deviations.ModifiedBeforeCreated, from.Id);
            return (modified, created);
        }

        return (created, modified);
    }

    public bool? Switch(OParlObject from, string name)
    {
        if (!from.Values.TryGetValue(name, out var value))
        {
            return null;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.True:
                return true;
            case JsonValueKind.False:
                return false;
            default:
                bool? read = Raw(from, name)?.Trim().ToUpperInvariant() switch { "TRUE" or "1" or "JA" => true, "FALSE" or "0" or "NEIN" => false, _ => null };
                if (read is not null)
                {
                    report.Note(Deviations.WrongJsonType, $"{name} ({from.Id})");
                }

                return read;
        }
    }

    public long? Integer(OParlObject from, string name)
    {
        if (!from.Values.TryGetValue(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number))
        {
            return number;
        }

        if (value.ValueKind == JsonValueKind.String && long.TryParse(OParlStore.TryGetString(value), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number))
        {
            report.Note(Deviations.WrongJsonType, $"{name} ({from.Id})");
            return number;
        }

        return null;
    }

    private string? Raw(OParlObject from, string name)
    {
        if (!from.Values.TryGetValue(name, out var value))
        {
            return null;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return OParlStore.TryGetString(value);
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                report.Note(Deviations.WrongJsonType, $"{name} ({from.Id})");
                return value.GetRawText();
            case JsonValueKind.Array when value.GetArrayLength() == 1 && value[0].ValueKind == JsonValueKind.String:
                report.Note(Deviations.WrongJsonType, $"{name} ({from.Id})");
                return OParlStore.TryGetString(value[0]);
            default:
                return null;
        }
    }
}
