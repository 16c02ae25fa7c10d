using System.Reflection;
using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Tests;

/// <summary>The two pages of the editors' handbook that are made from the program's own tables.</summary>
internal static class Handbook
{
    private static readonly (string Title, string Intro, FieldTable[] Tables, string[] Names)[] Sections =
    [
        ("Mitteilungen und Schnellbriefe", "Der Kopf einer Datei in `content/mitteilungen/` oder einer anderen Reihe.", [Fields.Notice], [""]),
        ("Angaben zu einer Datei", "Jeder Eintrag unter `anlagen`.", [Fields.Download], [""]),
        ("Fristen, Ansprechpartner, Rücknahme", "Die Angaben in geschweiften Klammern.", [Fields.DeadlineEntry, Fields.ContactEntry, Fields.WithdrawalEntry], ["frist", "ansprechpartner", "zurückgezogen"]),
        ("Seiten und Einführungen", "Der Kopf einer Datei in `content/seiten/`, und der einer Rubrik in `content/fachinformationen/<Rubrik>/index.md` (dort darf der Titel fehlen).", [Fields.Page], [""]),
        ("Ratsarchiv: Kommune", "Die Datei `kommune.yml`.", [CouncilFields.Body, CouncilFields.LegislativeTerm], ["", "wahlperioden"]),
        ("Ratsarchiv: Gremien und Personen", "Die Einträge in `gremien.yml` und `personen.yml`.", [CouncilFields.OrganizationTable, CouncilFields.Person, CouncilFields.Membership], ["gremien.yml", "personen.yml", "mitgliedschaften"]),
        ("Ratsarchiv: Vorlagen", "Der Kopf einer Datei in `vorlagen/<Jahr>/`.", [CouncilFields.Paper, CouncilFields.Consultation, CouncilFields.FileTable], ["", "beratungen", "dateien"]),
        ("Ratsarchiv: Sitzungen", "Der Kopf einer Datei in `sitzungen/<Jahr>/`.", [CouncilFields.MeetingTable, CouncilFields.AgendaItem, CouncilFields.LocationTable], ["", "tagesordnung", "ort"]),
        ("Einstellungen der Website", "Die Datei `content/site.yml`; sie ändert sich selten.", [Fields.Site, Fields.SeriesEntry, Fields.FeedsEntry, Fields.ReportEntry, Fields.AccessEntry], ["", "reihen", "feeds", "melden", "zugang"]),
        ("Rubriken", "Die Einträge in `content/rubriken.yml`.", [Fields.RubricEntry], [""]),
    ];

    private static readonly Dictionary<string, string> Areas = new(StringComparer.Ordinal)
    {
        ["SF"] = "Dateien",
        ["FM"] = "Kopf und Felder",
        ["SI"] = "Einstellungen",
        ["RU"] = "Rubriken",
        ["MD"] = "Text",
        ["LK"] = "Links",
        ["NO"] = "Mitteilungen",
        ["DL"] = "Dateien zum Herunterladen",
        ["PG"] = "Seiten",
        ["TH"] = "Gestaltung",
        ["OU"] = "Ausgabe",
        ["AD"] = "Adressen",
        ["MB"] = "Mitgliederbereich",
        ["CO"] = "Ratsarchiv",
        ["LE"] = "Was nicht öffentlich werden darf",
    };

    public static IEnumerable<DiagnosticCode> AllCodes { get; } =
    [
        .. typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticCode>()
            .OrderBy(code => code.Id, StringComparer.Ordinal),
    ];

    public static IEnumerable<FieldTable> AllTables => Sections.SelectMany(section => section.Tables);

    public static string FieldsPage()
    {
        var text = new StringBuilder("""
            ---
            titel: Alle Felder
            zusammenfassung: Jedes Feld, das im Kopf einer Datei stehen kann, mit Bedeutung, Beispiel und anderen Schreibweisen.
            ---

            Groß- und Kleinschreibung spielt bei Feldnamen keine Rolle, und statt des deutschen Wortes geht auch jedes andere aus der letzten Spalte. Ein Feld, das hier nicht steht, meldet die Prüfung und nennt das ähnlichste bekannte. Pflichtfelder sind mit einem Stern versehen.


            """);
        foreach (var (title, intro, tables, names) in Sections)
        {
            text.Append($"## {title}\n\n{intro}\n\n");
            foreach (var (table, name) in tables.Zip(names))
            {
                text.Append(name.Length == 0 ? "" : $"### {title}: `{name}`\n\n").Append("| Feld | Bedeutung | Beispiel | Auch |\n|---|---|---|---|\n");
                foreach (var field in table.All)
                {
                    text.Append($"| `{field.German}`{(field.IsRequired ? " *" : "")} | {Cell(field.Description).Replace("<", "\\<", StringComparison.Ordinal)} | `{Cell(field.Example)}` | {Spellings(field)} |\n");
                }

                text.Append('\n');
            }
        }

        return text.ToString().TrimEnd() + "\n";
    }

    public static string CodesPage()
    {
        var text = new StringBuilder("""
            ---
            titel: Was die Meldungen bedeuten
            zusammenfassung: Alle Meldungen der Prüfung mit ihrer Kennung und dem, was zu tun ist.
            ---

            Jede Meldung beginnt mit Datei, Zeile und Spalte und einer Kennung aus zwei Buchstaben und drei Ziffern. Ein **Fehler** hält die Veröffentlichung an. Eine **Warnung** tut das nur bei strenger Prüfung; wer sie bewusst hinnimmt, trägt ihre Kennung im Kopf unter `hinnehmen` ein. Ein **Hinweis** ist nur eine Auskunft. Die Punkte „…“ stehen für das, was in Ihrer Datei gefunden wurde.


            """);
        foreach (var area in AllCodes.GroupBy(code => code.Id[..2]))
        {
            text.Append($"## {Areas.GetValueOrDefault(area.Key, "Weitere")} ({area.Key})\n\n| Kennung | Art | Meldung | Was zu tun ist |\n|---|---|---|---|\n");
            foreach (var code in area)
            {
                text.Append($"| {code.Id} | {NameOf(code.Severity)} | {Message(code.Message)} | {Message(code.Advice)} |\n");
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private static string Spellings(Field field) => string.Join(
        ", ",
        field.Synonyms.Prepend(field.Key).Where(spelling => !spelling.Equals(field.German, StringComparison.OrdinalIgnoreCase)).Select(spelling => $"`{spelling}`"));

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "Fehler",
        Severity.Warning => "Warnung",
        _ => "Hinweis",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>A message with dots for what is filled in, and everything that Markdown would take for its own escaped.</summary>
    private static string Message(string message)
    {
        var text = new StringBuilder();
        var open = false;
        foreach (var character in message)
        {
            if (character is '{' or '}')
            {
                open = character == '{';
                text.Append(open ? "…" : "");
            }
            else if (!open)
            {
                text.Append(character is '|' or '<' or '*' or '_' or '[' or ']' or '`' or '\\' or '!' or '&' ? "\\" : "").Append(character);
            }
        }

        return text.ToString();
    }
}
