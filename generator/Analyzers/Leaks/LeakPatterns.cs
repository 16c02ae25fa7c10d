using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Analyzers.Leaks;

/// <summary>What must not stand in any public file: sequences of words, names and bytes of files, keys. Each knows its source.</summary>
public sealed class LeakPatterns
{
    /// <summary>A sentence of a members' text is looked for by eight words in a row, from every fourth word on.</summary>
    private const int Stride = 4;

    /// <summary>A title of fewer words says nothing: „Hinweise für Mitglieder“ stands everywhere.</summary>
    private const int FewestInTitle = 4;

    /// <summary>A whole text of fewer words is a phrase that the theme may use too.</summary>
    private const int FewestInText = 6;

    private readonly Dictionary<ulong, SourcePath> windows = [];
    private readonly Dictionary<ulong, SourcePath> names = [];
    private readonly Dictionary<ulong, string> keys = [];
    private readonly Dictionary<ContentHash, SourcePath> files = [];
    private readonly List<ulong>[] byLength = [.. Enumerable.Range(0, WordReader.LongestWindow + 1).Select(_ => new List<ulong>())];

    public bool IsEmpty => windows.Count == 0 && names.Count == 0 && keys.Count == 0 && files.Count == 0;

    internal int[] Lengths => [.. Enumerable.Range(0, byLength.Length).Where(length => byLength[length].Count > 0)];

    internal bool HasFiles => files.Count > 0;

    /// <summary>What a reader tells at all.</summary>
    internal LeakFilters MakeFilters() => new([.. byLength.Select(hashes => new LeakFilter(hashes))], new LeakFilter(names.Keys), new LeakFilter(keys.Keys));

    /// <summary>Adds a text, HTML or plain.</summary>
    public void AddText(ReadOnlySpan<byte> text, SourcePath source) => Add(text, FewestInText, source);

    public void AddText(string text, SourcePath source) => AddText(System.Text.Encoding.UTF8.GetBytes(text), source);

    public void AddTitle(string text, SourcePath source) => Add(System.Text.Encoding.UTF8.GetBytes(text), FewestInTitle, source);

    private void Add(ReadOnlySpan<byte> text, int fewest, SourcePath source)
    {
        var collector = new Collector();
        new WordReader(collector, [.. Enumerable.Range(fewest, WordReader.LongestWindow - fewest + 1)], LeakFilters.OfTexts).Read(text);
        var longest = collector.Longest;
        if (longest == 0)
        {
            return;
        }

        var ofLength = collector.Windows.Where(window => window.Length == longest).ToList();
        for (var i = 0; i < ofLength.Count; i += longest == WordReader.LongestWindow ? Stride : 1)
        {
            if (windows.TryAdd(ofLength[i].Hash, source))
            {
                byLength[longest].Add(ofLength[i].Hash);
            }
        }
    }

    /// <summary>Adds the name of a file; short ones say nothing.</summary>
    public void AddName(string name, SourcePath source)
    {
        if (name.Length >= 6 && name.Contains('.', StringComparison.Ordinal) && !name.Contains(' ', StringComparison.Ordinal))
        {
            names.TryAdd(NameReader.HashOfName(name), source);
        }
    }

    public void AddFile(ContentHash hash, SourcePath source) => files.TryAdd(hash, source);

    /// <summary>Adds a key or code as text.</summary>
    /// <param name="what">What it is, in German.</param>
    public void AddKey(string key, string what)
    {
        if (key.Length >= NameReader.KeyLength)
        {
            keys.TryAdd(NameReader.HashOfKey(key), what);
        }
    }

    internal bool TryWindow(ulong hash, out SourcePath source) => windows.TryGetValue(hash, out source);

    internal bool TryName(ulong hash, out SourcePath source) => names.TryGetValue(hash, out source);

    internal bool TryKey(ulong hash, out string what) => keys.TryGetValue(hash, out what!);

    internal bool TryFile(ContentHash hash, out SourcePath source) => files.TryGetValue(hash, out source);

    private sealed class Collector : IWordSink
    {
        public List<(ulong Hash, int Length)> Windows { get; } = [];

        public int Longest { get; private set; }

        public void Window(ulong window, int length, int end)
        {
            Windows.Add((window, length));
            Longest = Math.Max(Longest, length);
        }

        public void Name(ulong hash, int end)
        {
        }

        public void Key(ulong hash, int end)
        {
        }
    }
}
