using System.Text.Json;
using Fachinfo.Execution;

namespace Fachinfo.CouncilImport;

/// <summary>Reads a folder of JSON by what is in the files: objects, lists with <c>data</c>, bare arrays. Names do not matter.</summary>
internal static class FolderSource
{
    public static void Load(IFileStore folder, OParlStore store, ImportReport report, Action<ImportProgress> progress)
    {
        var files = folder.List().Where(path => path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !IsHidden(path)).ToList();
        if (files.Count == 0)
        {
            throw new ImportStoppedException("In dem Ordner liegt keine JSON-Datei.") { IsUsage = true };
        }

        for (var i = 0; i < files.Count; i++)
        {
            progress(new ImportProgress("Dateien lesen", i, files.Count));
            if (folder.Read(files[i]) is { } bytes && JsonText.Parse(bytes, files[i], report) is { } root)
            {
                AddAll(root, files[i], store, report);
            }
        }
    }

    private static void AddAll(JsonElement root, string file, OParlStore store, ImportReport report)
    {
        switch (root)
        {
            case { ValueKind: JsonValueKind.Array }:
                report.Note(Deviations.BareArray, file);
                AddItems(root, file, store, report);
                break;
            case { ValueKind: JsonValueKind.Object } when root.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array:
                AddItems(data, file, store, report);
                break;
            default:
                Add(root, file, store, report);
                break;
        }
    }

    private static void AddItems(JsonElement items, string file, OParlStore store, ImportReport report)
    {
        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Null)
            {
                report.Note(Deviations.NullInArray, file);
                continue;
            }

            Add(item, file, store, report);
        }
    }

    private static void Add(JsonElement item, string file, OParlStore store, ImportReport report)
    {
        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("id", out var id) || id.ValueKind != JsonValueKind.String)
        {
            report.LeaveOut("JSON", file, "enthält etwas ohne „id“");
            return;
        }

        if (store.Add(item, "", file) is { Type.Length: 0, IsDeleted: false } unknown)
        {
            report.LeaveOut("Objekt", unknown.Id, "der Typ ist nicht zu erkennen");
        }
    }

    private static bool IsHidden(string path) => path.Split('/').Any(part => part.StartsWith('.'));
}
