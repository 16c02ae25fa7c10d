using System.Text.Json;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.CouncilImport;

/// <summary>Writes a meeting with its agenda and files.</summary>
internal static class MeetingWriter
{
    private const string ClosedTitle = "Nichtöffentlicher Teil";

    private static readonly (string Property, string Role)[] FileProperties =
        [("invitation", "einladung"), ("resultsProtocol", "niederschrift"), ("verbatimProtocol", "wortprotokoll"), ("auxiliaryFile", "anlage")];

    /// <summary>Writes one meeting; <see langword="null"/> without a day or a committee, which no page can do without.</summary>
    public static PlannedFile? Write(OParlObject meeting, Archive archive)
    {
        var values = archive.Values;
        var organizations = archive.SlugsOf(meeting.LinksOf("organization"), meeting).Distinct(StringComparer.Ordinal).ToList();
        if (values.Time(meeting, "start") is not { } start || organizations.Count == 0)
        {
            values.Report.LeaveOut("Sitzung", meeting.Id, organizations.Count == 0 ? "kein bekanntes Gremium" : "kein Beginn");
            return null;
        }

        var path = archive.Paths.OfMeeting(meeting.Id, start, organizations[0]);
        var (created, modified) = values.Record(meeting);
        var agenda = archive.Selection.AgendaOf(meeting);
        var parts = new List<string>();
        var items = WriteAgenda(agenda, path, archive, parts);
        var files = agenda.IsClosed ? [] : WriteFiles(meeting, FileProperties, path, archive, ownerSaysSo: false);
        parts.AddRange(files.Select(file => file.Id).OfType<string>());
        var isCancelled = values.Switch(meeting, "cancelled") == true
            || values.Line(meeting, "meetingState") is { } word && (word.Contains("abgesagt", StringComparison.OrdinalIgnoreCase) || word.Contains("entfallen", StringComparison.OrdinalIgnoreCase));
        var text = new YamlText()
            .Text(CouncilFields.MeetingName, values.Line(meeting, "name"))
            .List(CouncilFields.MeetingOrganization, organizations)
            .Time(CouncilFields.MeetingStart, start)
            .Time(CouncilFields.MeetingEnd, ReadEnd(meeting, start, values))
            .Map(CouncilFields.Location, WritePlace(meeting, archive))
            .Switch(CouncilFields.IsCancelled, isCancelled)
            .Raw(CouncilFields.Agenda, archive.Retain(path, CouncilFields.Agenda, items, archive.IsNewer(path, modified)))
            .Raw(CouncilFields.Files, archive.Retain(path, CouncilFields.Files, files, ownerDecides: false))
            .Text(CouncilFields.RecordId, meeting.Id)
            .Time(CouncilFields.Created, created)
            .Time(CouncilFields.Modified, modified);
        return new PlannedFile(path, meeting.Id, FileLayout.FrontMatter, CouncilFields.MeetingTable, text.Blocks)
        {
            Parts = [.. parts.Concat(archive.State.Files.GetValueOrDefault(path)?.Parts ?? []).Distinct(StringComparer.Ordinal)],
        };
    }

    private static List<(string? Id, string Text)> WriteAgenda(JudgedAgenda agenda, string path, Archive archive, List<string> parts)
    {
        var items = new List<(string? Id, string Text)>();
        var hasClosed = agenda.IsClosed;
        foreach (var (item, publicity) in agenda.Items)
        {
            hasClosed |= publicity == Publicity.Nonpublic;
            if (publicity == Publicity.Public)
            {
                items.Add((item.HasOwnId ? item.Id : null, WriteItem(item, path, archive, parts).Item()));
            }
        }

        if (hasClosed)
        {
            // Of what is not public only the fact is kept, not even a title.
            items.Add((null, new YamlText().Text(Fields.Title, ClosedTitle).Word(CouncilFields.Visibility, "nichtöffentlich").Item()));
        }

        return items;
    }

    private static YamlText WriteItem(OParlObject item, string path, Archive archive, List<string> parts)
    {
        var values = archive.Values;
        var (number, title) = (values.Line(item, "number"), values.Line(item, "name"));
        if (title is null)
        {
            values.Report.Note(Deviations.NameMissing, item.Id);
            title = number is null ? "Tagesordnungspunkt" : $"Tagesordnungspunkt {number}";
        }

        var result = values.Line(item, "result");
        if (result?.Any(char.IsAsciiDigit) == true)
        {
            values.Report.Note(Deviations.ResultProse, result);
        }

        var paper = archive.Selection.PaperOf(item);
        var ofPaper = paper is null ? [] : archive.Store.Follow(paper, "mainFile").Concat(archive.Store.Follow(paper, "auxiliaryFile")).Select(file => file.Id).ToHashSet(StringComparer.Ordinal);
        var isKnown = paper is not null && archive.Papers.Contains(paper.Id);
        var files = WriteFiles(
            item, [("resolutionFile", "beschluss"), ("auxiliaryFile", "anlage")], path, archive, values.Switch(item, "public") == true, isKnown ? ofPaper : []);
        parts.AddRange(files.Select(file => file.Id).OfType<string>());
        return new YamlText()
            .Text(CouncilFields.Number, number)
            .Text(Fields.Title, title)
            .Word(CouncilFields.Visibility, "öffentlich")
            .Text(CouncilFields.AgendaPaper, isKnown ? paper!.Id : null)
            .Text(CouncilFields.Result, result)
            .Text(CouncilFields.Resolution, values.Lines(item, "resolutionText"))
            .Raw(CouncilFields.Files, [.. files.Select(file => file.Text)])
            .Text(CouncilFields.RecordId, item.HasOwnId ? item.Id : null);
    }

    private static List<(string? Id, string Text)> WriteFiles(
        OParlObject owner, IEnumerable<(string Property, string Role)> properties, string path, Archive archive, bool ownerSaysSo, IReadOnlySet<string>? except = null)
    {
        var entries = new List<(string? Id, string Text)>();
        var seen = new HashSet<string>(except ?? new HashSet<string>(), StringComparer.Ordinal);
        foreach (var (property, role) in properties)
        {
            foreach (var file in archive.Store.Follow(owner, property))
            {
                if (seen.Add(file.Id) && archive.Files.Write(file, role, path, ownerSaysSo) is { } entry)
                {
                    entries.Add((file.HasOwnId ? file.Id : null, entry.Item()));
                }
            }
        }

        return entries;
    }

    /// <summary>The next midnight, or an end before the beginning, stands for no end at all.</summary>
    private static DateTime? ReadEnd(OParlObject meeting, DateTime start, FieldValues values)
    {
        if (values.Time(meeting, "end") is not { } end)
        {
            return null;
        }

        if (end.TimeOfDay == TimeSpan.Zero || end < start)
        {
            values.Report.Note(Deviations.MidnightEnd, meeting.Id);
            return null;
        }

        return end;
    }

    private static YamlText? WritePlace(OParlObject meeting, Archive archive)
    {
        var values = archive.Values;
        if (archive.Store.Follow(meeting, "location").FirstOrDefault() is not { } place)
        {
            return null;
        }

        NoteSwapped(place, values.Report);
        return new YamlText()
            .Text(CouncilFields.PlaceDescription, values.Line(place, "description"))
            .Text(CouncilFields.Room, values.Line(place, "room"))
            .Text(CouncilFields.Street, values.Line(place, "streetAddress"))
            .Text(CouncilFields.PostalCode, values.Line(place, "postalCode"))
            .Text(CouncilFields.Locality, values.Line(place, "locality"));
    }

    /// <summary>GeoJSON has the longitude first; in Germany it is 5 to 16, the latitude 47 to 56.</summary>
    private static void NoteSwapped(OParlObject place, ImportReport report)
    {
        if (place.Values.TryGetValue("geojson", out var geo)
            && geo.ValueKind == JsonValueKind.Object
            && geo.TryGetProperty("geometry", out var geometry)
            && geometry.ValueKind == JsonValueKind.Object
            && geometry.TryGetProperty("coordinates", out var point)
            && point is { ValueKind: JsonValueKind.Array }
            && point.GetArrayLength() >= 2
            && point[0].ValueKind == JsonValueKind.Number
            && point[1].ValueKind == JsonValueKind.Number
            && point[0].GetDouble() is > 47 and < 56
            && point[1].GetDouble() is > 5 and < 16)
        {
            report.Note(Deviations.SwappedCoordinates, place.Id);
        }
    }
}
