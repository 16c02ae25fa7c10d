using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Reading;

/// <summary>Takes out of a source what a withdrawal takes back, and leaves what its tombstone needs.</summary>
public static class WithdrawalEditor
{
    private static readonly Field[] KeptOfNotice = [Fields.Number, Fields.Date, Fields.Rubric, Fields.Access, Fields.Teaser, Fields.Aliases];
    private static readonly Field[] KeptOfPaper = [CouncilFields.Reference, CouncilFields.Date, CouncilFields.Visibility, CouncilFields.RecordId, CouncilFields.Created, CouncilFields.Modified, Fields.Aliases];
    private static readonly Field[] KeptOfMeeting =
        [CouncilFields.MeetingOrganization, CouncilFields.MeetingStart, CouncilFields.MeetingVisibility, CouncilFields.RecordId, CouncilFields.Created, CouncilFields.Modified, Fields.Aliases];

    private static readonly Field[] KeptOfFile =
        [CouncilFields.FileName, CouncilFields.FileRoleField, CouncilFields.Visibility, CouncilFields.Date, CouncilFields.RecordId, CouncilFields.Created, CouncilFields.Modified];

    /// <summary>A notice without its title, text and files.</summary>
    /// <returns><see langword="null"/> if the source cannot be read, with findings.</returns>
    public static string? WithdrawNotice(SourcePath path, byte[] bytes, Withdrawal withdrawal, ICollection<Diagnostic> findings) =>
        WithdrawDocument(path, bytes, Fields.Notice, KeptOfNotice, withdrawal, findings, hasTitle: true);

    public static string? WithdrawPaper(SourcePath path, byte[] bytes, Withdrawal withdrawal, ICollection<Diagnostic> findings) =>
        WithdrawDocument(path, bytes, CouncilFields.Paper, KeptOfPaper, withdrawal, findings, hasTitle: true);

    public static string? WithdrawMeeting(SourcePath path, byte[] bytes, Withdrawal withdrawal, ICollection<Diagnostic> findings) =>
        WithdrawDocument(path, bytes, CouncilFields.MeetingTable, KeptOfMeeting, withdrawal, findings, hasTitle: false);

    /// <summary>A paper or meeting without one of its files: the entry keeps its address and says that it is withdrawn.</summary>
    /// <param name="isFile">Tells whether the <c>file</c> of an entry is the one.</param>
    public static string? WithdrawFile(SourcePath path, byte[] bytes, Func<string, bool> isFile, Withdrawal withdrawal, ICollection<Diagnostic> findings)
    {
        if (Open(path, bytes, findings) is not var (text, file))
        {
            return null;
        }

        var lines = text.Split('\n');
        var entries = file.Map.Entries;
        for (var i = entries.Count - 1; i >= 0; i--)
        {
            var last = i + 1 < entries.Count ? entries[i + 1].Key.Line - 1 : file.BodyLine - 1;
            var edited = Edit(entries[i].Value, isFile, withdrawal, out var isChanged);
            if (isChanged)
            {
                lines = [.. lines[..(entries[i].Key.Line - 1)], .. YamlText.Entry(entries[i].Key.Value, edited).Split('\n'), .. lines[last..]];
            }
        }

        return string.Join('\n', lines);
    }

    private static string? WithdrawDocument(
        SourcePath path, byte[] bytes, FieldTable table, Field[] kept, Withdrawal withdrawal, ICollection<Diagnostic> findings, bool hasTitle)
    {
        if (Open(path, bytes, findings) is not var (_, file))
        {
            return null;
        }

        var text = new StringBuilder("---\n");
        if (hasTitle)
        {
            text.Append("titel: Zurückgezogen\n");
        }

        foreach (var (key, value) in file.Map.Entries.Where(entry => kept.Contains(table.Find(entry.Key.Value))))
        {
            text.Append(YamlText.Entry(key.Value, value)).Append('\n');
        }

        return text.Append(YamlText.Entry("zurückgezogen", ToNode(Continue(path, file.Map, table, withdrawal)))).Append("\n---\n").ToString();
    }

    /// <summary>What is withdrawn already keeps its day, and its reason unless another one is given.</summary>
    private static Withdrawal Continue(SourcePath path, YamlMap map, FieldTable table, Withdrawal withdrawal) =>
        SharedFields.ReadWithdrawal(new FieldReader(path, map, table, [])) is { } earlier ? earlier with { Reason = withdrawal.Reason ?? earlier.Reason } : withdrawal;

    private static (string Text, FrontMatter File)? Open(SourcePath path, byte[] bytes, ICollection<Diagnostic> findings) =>
        SourceText.Decode(path, bytes, findings) is { } text && FrontMatter.Split(path, text, findings, Council.CouncilReading.LargestYaml) is { } file ? (text, file) : null;

    /// <summary>Looks for the entry in lists of files, also in those of agenda items.</summary>
    private static YamlNode Edit(YamlNode node, Func<string, bool> isFile, Withdrawal withdrawal, out bool isChanged)
    {
        isChanged = false;
        switch (node)
        {
            case YamlSequence sequence:
                var items = new List<YamlNode>();
                foreach (var item in sequence.Items)
                {
                    items.Add(Edit(item, isFile, withdrawal, out var isItemChanged));
                    isChanged |= isItemChanged;
                }

                return sequence with { Items = items };
            case YamlMap map when FileOf(map) is { } name && isFile(name):
                isChanged = true;
                return WithdrawEntry(map, name, withdrawal);
            case YamlMap map:
                var entries = new List<YamlEntry>();
                foreach (var entry in map.Entries)
                {
                    entries.Add(entry with { Value = Edit(entry.Value, isFile, withdrawal, out var isEntryChanged) });
                    isChanged |= isEntryChanged;
                }

                return map with { Entries = entries };
            default:
                return node;
        }
    }

    private static string? FileOf(YamlMap map) =>
        map.Entries.FirstOrDefault(entry => CouncilFields.FileTable.Find(entry.Key.Value) == CouncilFields.File)?.Value is YamlScalar file ? file.Value.Trim() : null;

    private static YamlMap WithdrawEntry(YamlMap map, string name, Withdrawal withdrawal)
    {
        var entries = map.Entries.Where(entry => KeptOfFile.Contains(CouncilFields.FileTable.Find(entry.Key.Value))).ToList();
        entries.Insert(0, Entry("titel", "Zurückgezogen"));
        entries.Insert(1, Entry("dateiname", name[(name.LastIndexOf('/') + 1)..]));
        entries.Add(new YamlEntry(new YamlScalar("zurückgezogen", false, 0, 0), ToNode(withdrawal)));
        return new YamlMap([.. entries.DistinctBy(entry => CouncilFields.FileTable.Find(entry.Key.Value))], 0, 0);
    }

    private static YamlMap ToNode(Withdrawal withdrawal)
    {
        var date = Entry("datum", withdrawal.Date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return new YamlMap(withdrawal.Reason is { } reason ? [date, new YamlEntry(new YamlScalar("grund", false, 0, 0), new YamlScalar(reason, true, 0, 0))] : [date], 0, 0);
    }

    private static YamlEntry Entry(string key, string value) => new(new YamlScalar(key, false, 0, 0), new YamlScalar(value, key == "dateiname", 0, 0));
}
