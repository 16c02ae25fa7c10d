using System.Collections.Frozen;
using System.Globalization;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>The words of the theme in the site's language, by key: <c>notice.updated</c>.</summary>
/// <remarks>A word may hold names in braces, <c>{number} vom {date}</c>, that are replaced when it is asked for.</remarks>
public sealed class Words(IEnumerable<KeyValuePair<string, string>> words)
{
    public static readonly Words None = new([]);

    private readonly FrozenDictionary<string, Phrase> phrases =
        words.ToFrozenDictionary(word => word.Key, word => Phrase.Parse(word.Value), StringComparer.Ordinal);

    /// <summary>Gets the hash over all words, for what is made of them without a template.</summary>
    public ContentHash Fingerprint { get; } = words.OrderBy(word => word.Key, StringComparer.Ordinal)
        .Aggregate(new HashBuilder(), (hash, word) => hash.Add(word.Key).Add(word.Value))
        .ToHash();

    /// <summary>Gets a word; a missing one shows its key, which the theme check reports before that can happen.</summary>
    public string this[string key] => phrases.TryGetValue(key, out var phrase) ? phrase.Text : key;

    public bool Has(string key) => phrases.ContainsKey(key);

    /// <summary>Gets a word with its names replaced; a name without a value stays as it is.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, string Value)> values) =>
        phrases.TryGetValue(key, out var phrase) ? phrase.Fill(values) : key;

    public string Number(long value) => GermanText.Number(value).Replace(".", this["number.group"], StringComparison.Ordinal);

    /// <summary>Gets a date in digits: <c>20.02.2024</c>.</summary>
    public string ShortDate(DateOnly date) => Date("date.short", date);

    /// <summary>Gets a date with the name of its month: <c>20. Februar 2024</c>.</summary>
    public string LongDate(DateOnly date) => Date("date.long", date);

    /// <summary>Gets the name of a month, 1 to 12.</summary>
    public string Month(int month) => this["month." + month.ToString(CultureInfo.InvariantCulture)];

    private string Date(string key, DateOnly date) => Fill(
        key,
        ("dd", date.Day.ToString("00", CultureInfo.InvariantCulture)),
        ("d", date.Day.ToString(CultureInfo.InvariantCulture)),
        ("mm", date.Month.ToString("00", CultureInfo.InvariantCulture)),
        ("month", Month(date.Month)),
        ("yyyy", date.Year.ToString("0000", CultureInfo.InvariantCulture)));

    /// <summary>A word cut at its names once: literal, name, literal, name ..., literal.</summary>
    private sealed record Phrase(string Text, string[] Parts)
    {
        public static Phrase Parse(string text)
        {
            var parts = new List<string>();
            var start = 0;
            while (text.IndexOf('{', start) is var open and >= 0 && text.IndexOf('}', open) is var close and >= 0)
            {
                parts.Add(text[start..open]);
                parts.Add(text[(open + 1)..close]);
                start = close + 1;
            }

            parts.Add(text[start..]);
            return new Phrase(text, [.. parts]);
        }

        public string Fill(ReadOnlySpan<(string Name, string Value)> values)
        {
            if (Parts.Length == 1)
            {
                return Text;
            }

            // One text for each name stands between two literals.
            var texts = new string[Parts.Length];
            for (var i = 0; i < texts.Length; i++)
            {
                texts[i] = i % 2 == 0 ? Parts[i] : Find(values, Parts[i]) ?? "{" + Parts[i] + "}";
            }

            return string.Concat(texts);
        }

        private static string? Find(ReadOnlySpan<(string Name, string Value)> values, string name)
        {
            foreach (var (known, value) in values)
            {
                if (known == name)
                {
                    return value;
                }
            }

            return null;
        }
    }
}
