using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Model;

namespace Fachinfo.CouncilImport;

/// <summary>What an import found and did; everything in it is safe to print.</summary>
public sealed class ImportReport
{
    private const int LongestExample = 90;

    private readonly Dictionary<Deviation, (int Count, string Example)> deviations = [];
    private readonly SortedDictionary<string, int> visibility = new(StringComparer.Ordinal);
    private readonly List<LeftOut> leftOut = [];
    private readonly List<string> conflicts = [];
    private readonly List<string> warnings = [];

    /// <summary>Gets the deviations in the order of the catalogue of first sight, with count and first example.</summary>
    public IEnumerable<(Deviation Deviation, int Count, string Example)> Deviations =>
        deviations.OrderByDescending(pair => pair.Value.Count).ThenBy(pair => pair.Key.Name, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value.Count, pair.Value.Example));

    /// <summary>Gets how often each rule about visibility decided.</summary>
    public IEnumerable<(string Rule, int Count)> Visibility => visibility.Select(pair => (pair.Key, pair.Value));

    public IReadOnlyList<LeftOut> LeftOut => leftOut;

    /// <summary>Gets what both sides changed; the local version was kept.</summary>
    public IReadOnlyList<string> Conflicts => conflicts;

    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>Gets or sets a value indicating whether something could not be fetched or read.</summary>
    public bool IsIncomplete { get; set; }

    public ImmutableSortedDictionary<string, int> Objects { get; set; } = ImmutableSortedDictionary<string, int>.Empty;

    public int Requests { get; set; }

    public int Written { get; set; }

    public int Unchanged { get; set; }

    public int Withdrawn { get; set; }

    /// <summary>Gets or sets how many files keep what an editor changed.</summary>
    public int KeptEdits { get; set; }

    public void Note(Deviation deviation, string example)
    {
        var (count, first) = deviations.GetValueOrDefault(deviation);
        deviations[deviation] = (count + 1, count == 0 ? Printable(example) : first);
    }

    public void CountVisibility(string rule) => visibility[rule] = visibility.GetValueOrDefault(rule) + 1;

    public void LeaveOut(string what, string id, string reason) => leftOut.Add(new LeftOut(what, Printable(id), reason));

    public void Conflict(string path, string what) => conflicts.Add($"{path}: {Printable(what)}");

    public void Warn(string text) => warnings.Add(Printable(text, int.MaxValue));

    public static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    /// <summary>Text of a server on a terminal: one line, no control characters, not long.</summary>
    public static string Printable(string text, int longest = LongestExample)
    {
        var plain = string.Concat(text.Select(character => char.IsControl(character) || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Surrogate ? ' ' : character)).Trim();
        return GermanText.Shorten(plain, longest);
    }
}

/// <summary>Something that was not taken over.</summary>
/// <param name="What">The kind: <c>Vorlage</c>.</param>
public sealed record LeftOut(string What, string Id, string Reason);
