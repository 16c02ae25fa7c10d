using Fachinfo.CouncilImport;
using Fachinfo.Model;

namespace Fachinfo.Commands;

/// <summary>Writes what an import found and did, for people.</summary>
internal sealed class ImportSummary(TextWriter output)
{
    private const int MostLines = 40;

    public void Write(ImportResult result, string folder, bool isDryRun)
    {
        var report = result.Report;
        output.WriteLine($"{ImportReport.Printable(result.Name)}: {string.Join(", ", report.Objects.Select(one => $"{OParlSchema.Counted(one.Key, one.Value)}"))}.");
        Table("Sichtbarkeit", ["Anzahl", "Regel"], [.. report.Visibility.Select(one => new[] { GermanText.Number(one.Count), one.Rule })]);
        Table(
            "Abweichungen vom Standard",
            ["Was", "Wie oft", "Behandlung", "Beispiel"],
            [.. report.Deviations.Select(one => new[] { one.Deviation.Name, GermanText.Number(one.Count), one.Deviation.Remedy, one.Example })]);
        Table("Nicht übernommen", ["Was", "Kennung", "Warum"], [.. report.LeftOut.Select(one => new[] { one.What, one.Id, one.Reason })]);
        Lines("Konflikte mit örtlichen Bearbeitungen", report.Conflicts);
        Lines("Hinweise", report.Warnings);
        output.WriteLine();
        var requests = report.Requests > 0 ? $"{GermanText.Count(report.Requests, "Abruf", "Abrufe")}; " : "";
        var verb = !isDryRun ? "geschrieben" : report.Written == 1 ? "würde geschrieben" : "würden geschrieben";
        output.WriteLine(
            $"{requests}{GermanText.Count(report.Written, "Datei", "Dateien")} in „{folder}“ {verb}, {GermanText.Number(report.Unchanged)} unverändert, "
            + $"{GermanText.Number(report.KeptEdits)} mit örtlichen Bearbeitungen behalten, {GermanText.Number(report.Withdrawn)} zurückgezogen.");
        if (report.IsIncomplete)
        {
            output.WriteLine("Nicht alles konnte geholt oder gelesen werden (siehe oben). Gelöscht wird deshalb nichts; rufen Sie den Import später noch einmal auf.");
        }
    }

    private void Lines(string title, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(title + ":");
        foreach (var line in lines.Take(MostLines))
        {
            output.WriteLine("  " + line);
        }

        WriteRest(lines.Count);
    }

    private void Table(string title, string[] head, IReadOnlyList<string[]> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine(title + ":");
        var widths = head.Select((name, column) => rows.Take(MostLines).Max(row => Math.Max(name.Length, row[column].Length))).ToArray();
        foreach (var row in rows.Take(MostLines).Prepend(head))
        {
            output.WriteLine(("  " + string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column])))).TrimEnd());
        }

        WriteRest(rows.Count);
    }

    private void WriteRest(int count)
    {
        if (count > MostLines)
        {
            output.WriteLine($"  … und {GermanText.Number(count - MostLines)} weitere");
        }
    }
}
