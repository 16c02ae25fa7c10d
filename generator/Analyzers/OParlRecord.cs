using System.Buffers;
using System.Globalization;
using System.Text;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Analyzers;

/// <summary>Compares the planned OParl objects of one municipality with its record, and makes the next record.</summary>
public sealed class OParlRecord
{
    private const string ObjectFormat = "oparl-object";
    private const string WithdrawnFormat = "oparl-withdrawn";

    private readonly OParlState state;
    private readonly string baseUrl;
    private readonly List<(string Key, string Hash, DateTimeOffset Created, DateTimeOffset Modified, bool IsDeleted)> objects = [];
    private readonly HashSet<string> withdrawn = new(StringComparer.Ordinal);

    private OParlRecord(string folder, OParlState state, string baseUrl, IEnumerable<WrittenPage> pages)
    {
        Folder = folder;
        this.state = state;
        this.baseUrl = baseUrl;
        foreach (var page in pages)
        {
            var key = KeyOf(folder, page.Route);
            Add(key, TextOf(page));
            if (page.Format == WithdrawnFormat)
            {
                withdrawn.Add(key);
            }
        }
    }

    /// <summary>Gets the folder of the municipality.</summary>
    public string Folder { get; }

    /// <summary>Gets the path of the record below the content folder.</summary>
    public SourcePath Path => PathOf(Folder);

    public static SourcePath PathOf(string folder) => new($"ratsarchiv/{folder}/{OParlState.FileName}");

    /// <summary>Compares every municipality that the plan has objects of.</summary>
    /// <param name="stateOf">Reads the record of a folder; empty if there is none.</param>
    public static IReadOnlyList<OParlRecord> Compare(IEnumerable<Page> pages, string baseUrl, Func<string, OParlState> stateOf) =>
    [
        .. pages.OfType<WrittenPage>()
            .Where(page => page.Format is ObjectFormat or WithdrawnFormat)
            .GroupBy(page => page.Route.Path.Split('/')[4], StringComparer.Ordinal)
            .Select(group => new OParlRecord(group.Key, stateOf(group.Key), baseUrl, group)),
    ];

    /// <summary>The text of a planned page.</summary>
    public static string TextOf(WrittenPage page)
    {
        var bytes = new ArrayBufferWriter<byte>();
        page.Write(bytes);
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    /// <summary>What the record does not say yet, or says of objects that are gone.</summary>
    public IEnumerable<Diagnostic> Findings()
    {
        var behind = objects.Where(one => (!one.IsDeleted || withdrawn.Contains(one.Key)) && !IsRecorded(one)).Select(one => one.Key).ToList();
        if (behind.Count > 0)
        {
            yield return Codes.OParlStateBehind.At(Path, Number(behind.Count), behind[0]);
        }

        var gone = objects.Where(one => one.IsDeleted && state.Objects.TryGetValue(one.Key, out var entry) && !entry.IsDeleted && !withdrawn.Contains(one.Key)).Select(one => one.Key).ToList();
        if (gone.Count > 0)
        {
            yield return Codes.OParlObjectGone.At(Path, Number(gone.Count), gone[0]);
        }
    }

    /// <summary>The record as it should be: what is as it was keeps its dates, what differs was modified now.</summary>
    public OParlState Next(DateTimeOffset now)
    {
        var isFirst = state.Objects.Count == 0;
        var moment = new DateTimeOffset(now.Year, now.Month, now.Day, now.Hour, now.Minute, now.Second, now.Offset);
        var next = new Dictionary<string, OParlEntry>(StringComparer.Ordinal);
        foreach (var one in objects)
        {
            var modified = IsRecorded(one) ? state.Objects[one.Key].Modified : isFirst && !one.IsDeleted ? one.Modified : moment;
            next[one.Key] = new OParlEntry(one.Hash, one.Created, modified < one.Created ? one.Created : modified, one.IsDeleted);
        }

        return new OParlState(baseUrl, next);
    }

    private bool IsRecorded((string Key, string Hash, DateTimeOffset Created, DateTimeOffset Modified, bool IsDeleted) one) =>
        state.Objects.TryGetValue(one.Key, out var entry) && entry.Hash == one.Hash && entry.IsDeleted == one.IsDeleted;

    /// <summary>Takes an object in: its own dates, and the hash of all lines that hold no dates of a record.</summary>
    private void Add(string key, string text)
    {
        DateTimeOffset created = default, modified = default;
        var isDeleted = false;
        var hash = new HashBuilder();
        foreach (var line in text.Split('\n'))
        {
            var trimmed = line.Trim().TrimEnd(',');
            if (trimmed.StartsWith("\"created\": ", StringComparison.Ordinal))
            {
                // The object's own dates come last, after those of what it embeds.
                created = ToTime(trimmed);
            }
            else if (trimmed.StartsWith("\"modified\": ", StringComparison.Ordinal))
            {
                modified = ToTime(trimmed);
            }
            else
            {
                isDeleted |= trimmed == "\"deleted\": true";
                hash.Add(trimmed.Replace(baseUrl, "", StringComparison.Ordinal));
            }
        }

        objects.Add((key, hash.ToHash().ToString(), created, modified, isDeleted));
    }

    private static DateTimeOffset ToTime(string line) =>
        DateTimeOffset.ParseExact(line[(line.IndexOf(": \"", StringComparison.Ordinal) + 3)..^1], "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string KeyOf(string folder, Route route)
    {
        var parts = route.Path[(Addresses.OParl.Path.Length + "body/".Length + folder.Length + 1)..].Split('/');
        return parts.Length == 1 ? "body/body" : parts[0] + "/" + parts[2][..^".json".Length];
    }

    private static string Number(int count) => GermanText.Number(count);
}
