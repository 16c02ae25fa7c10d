using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.CouncilImport;

/// <summary>Writes <c>kommune.yml</c>.</summary>
internal static class BodyWriter
{
    public const string FileName = "kommune.yml";

    private static readonly (string Word, string Address)[] Licenses =
    [
        ("dl-de/zero-2-0", "https://www.govdata.de/dl-de/zero-2-0"), ("dl-zero-de/2.0", "https://www.govdata.de/dl-de/zero-2-0"), ("datenlizenz deutschland zero 2.0", "https://www.govdata.de/dl-de/zero-2-0"),
        ("dl-de/by-2-0", "https://www.govdata.de/dl-de/by-2-0"), ("dl-by-de/2.0", "https://www.govdata.de/dl-de/by-2-0"), ("datenlizenz deutschland namensnennung 2.0", "https://www.govdata.de/dl-de/by-2-0"),
        ("cc0", "https://creativecommons.org/publicdomain/zero/1.0/"), ("cc0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ("cc by 4.0", "https://creativecommons.org/licenses/by/4.0/"), ("cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/"), ("cc by-sa 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    ];

    /// <param name="body">The municipality; <see langword="null"/> if the data has none and only the name of the call is known.</param>
    /// <param name="system">The system, whose licence holds where the body has none.</param>
    public static PlannedFile Write(OParlObject? body, OParlObject? system, string name, OParlStore store, FieldValues values, DateOnly? updated)
    {
        var text = new YamlText().Text(CouncilFields.Name, name);
        if (body is not null)
        {
            var (created, modified) = values.Record(body);
            text.Text(CouncilFields.ShortName, values.Line(body, "shortName"))
                .Text(CouncilFields.Ags, ReadAgs(body, values))
                .Text(CouncilFields.Website, values.Address(body, "website"))
                .Text(CouncilFields.License, ReadLicense(body, system, values))
                .Map(Fields.Contact, new YamlText().Text(Fields.ContactName, values.Line(body, "contactName")).Text(Fields.ContactEmail, ReadEmail(body, values)))
                .Day(Fields.Updated, updated)
                .Text(CouncilFields.Origin, system?.Id ?? body.Id)
                .Maps(CouncilFields.LegislativeTerms, WriteTerms(body, store, values))
                .Text(CouncilFields.RecordId, body.Id)
                .Time(CouncilFields.Created, created)
                .Time(CouncilFields.Modified, modified);
        }

        return new PlannedFile(FileName, null, FileLayout.Map, CouncilFields.Body, text.Blocks);
    }

    private static List<YamlText> WriteTerms(OParlObject body, OParlStore store, FieldValues values)
    {
        var terms = new List<YamlText>();
        foreach (var term in store.Follow(body, "legislativeTerm"))
        {
            if (values.Line(term, "name") is { } name)
            {
                terms.Add(new YamlText()
                    .Text(CouncilFields.Name, name)
                    .Day(CouncilFields.Start, values.Day(term, "startDate"))
                    .Day(CouncilFields.End, values.Day(term, "endDate"))
                    .Text(CouncilFields.RecordId, term.HasOwnId ? term.Id : null));
            }
        }

        return terms;
    }

    private static string? ReadAgs(OParlObject body, FieldValues values)
    {
        if (values.Line(body, "ags") is not { } ags || !ags.All(char.IsAsciiDigit))
        {
            return null;
        }

        if (ags.Length == 7 && ags[0] != '0')
        {
            values.Report.Note(Deviations.AgsShort, ags);
            return "0" + ags;
        }

        return ags.Length == 8 ? ags : null;
    }

    private static string? ReadEmail(OParlObject body, FieldValues values) =>
        values.Line(body, "contactEmail") is { } email && email.Contains('@', StringComparison.Ordinal) && !email.Contains(' ', StringComparison.Ordinal) ? email : null;

    private static string? ReadLicense(OParlObject body, OParlObject? system, FieldValues values)
    {
        foreach (var one in new[] { body, system }.OfType<OParlObject>())
        {
            if (values.Address(one, "license") is { } address)
            {
                return address;
            }

            if (values.Line(one, "license") is { } prose)
            {
                values.Report.Note(Deviations.LicenseProse, prose);
                if (Licenses.FirstOrDefault(known => known.Word.Equals(prose, StringComparison.OrdinalIgnoreCase)).Address is { } found)
                {
                    return found;
                }

                values.Report.Warn($"Die Lizenz steht nur als Text da: „{ImportReport.Printable(prose)}“. Tragen Sie bei „lizenz“ in kommune.yml die Adresse ein.");
                return null;
            }
        }

        values.Report.Warn("Der Server nennt keine Lizenz; die Seiten zeigen „Lizenz nicht angegeben“. Klären Sie mit der Kommune, was erlaubt ist.");
        return null;
    }
}
