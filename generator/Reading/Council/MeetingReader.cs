using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Reading.Council;

/// <summary>Reads a meeting: <c>sitzungen/&lt;year&gt;/*.md</c>.</summary>
public static class MeetingReader
{
    public static Parsed<MeetingContent> Read(SourcePath path, ReadOnlyMemory<byte> bytes) => TextFile.Read(path, bytes, CouncilFields.MeetingTable, Read, CouncilReading.LargestYaml);

    private static MeetingContent? Read(TextFile file)
    {
        var (path, fields, findings) = (file.Path, file.Fields, file.Findings);
        var organizations = fields.TextList(CouncilFields.MeetingOrganization);
        if (organizations.IsEmpty)
        {
            fields.ReportMissing(CouncilFields.MeetingOrganization);
        }

        if (!fields.Has(CouncilFields.MeetingStart))
        {
            fields.ReportMissing(CouncilFields.MeetingStart);
        }

        var start = fields.Time(CouncilFields.MeetingStart);
        var end = fields.Time(CouncilFields.MeetingEnd);
        // An end without a time of day is its day.
        if (end?.Value < start?.Value && !(end?.Value == start?.Value.Date))
        {
            CouncilReading.ReportEnd(path, fields, CouncilFields.MeetingStart, CouncilFields.MeetingEnd, findings);
        }

        var content = new MeetingContent(CouncilReading.FolderOf(path), organizations, start ?? default, file.Body.Facts)
        {
            Name = fields.TextValue(CouncilFields.MeetingName),
            End = end?.Value,
            Place = ReadPlace(fields),
            IsCancelled = fields.Switch(CouncilFields.IsCancelled),
            Visibility = CouncilReading.ToVisibility(
                fields.Choice(CouncilFields.MeetingVisibility),
                fields.Has(CouncilFields.MeetingVisibility) ? Visibility.Nonpublic : Visibility.Public),
            Agenda = ReadAgenda(path, fields, findings),
            Files = CouncilReading.ReadFiles(path, fields, findings),
            Aliases = SharedFields.ReadAliases(path, fields, findings),
            Withdrawn = SharedFields.ReadWithdrawal(fields),
            Record = CouncilReading.ReadRecord(fields),
        };
        return organizations.IsEmpty ? null : content;
    }

    private static Place ReadPlace(FieldReader fields)
    {
        if (!fields.IsMap(CouncilFields.Location))
        {
            return fields.TextValue(CouncilFields.Location) is { } text ? Place.None with { Description = text } : Place.None;
        }

        var entry = fields.Map(CouncilFields.Location, CouncilFields.LocationTable)!;
        return new Place(
            entry.TextValue(CouncilFields.PlaceDescription),
            entry.TextValue(CouncilFields.Room),
            entry.TextValue(CouncilFields.Street),
            entry.TextValue(CouncilFields.PostalCode),
            entry.TextValue(CouncilFields.Locality));
    }

    private static ImmutableArray<AgendaItemEntry> ReadAgenda(SourcePath path, FieldReader fields, List<Diagnostic> findings)
    {
        var items = ImmutableArray.CreateBuilder<AgendaItemEntry>();
        foreach (var entry in fields.MapList(CouncilFields.Agenda, CouncilFields.AgendaItem))
        {
            if (entry.RequireText(Fields.Title) is not { } title)
            {
                continue;
            }

            items.Add(new AgendaItemEntry(title, CouncilReading.RequireVisibility(entry, title.Value, findings))
            {
                Number = entry.TextValue(CouncilFields.Number),
                TeasesTitle = entry.Choice(CouncilFields.Teaser) == "title",
                Paper = entry.Text(CouncilFields.AgendaPaper),
                Result = entry.TextValue(CouncilFields.Result),
                Resolution = entry.TextValue(CouncilFields.Resolution),
                Files = CouncilReading.ReadFiles(path, entry, findings),
                Record = CouncilReading.ReadRecord(entry),
            });
        }

        return items.ToImmutable();
    }
}
