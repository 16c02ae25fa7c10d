using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Fachinfo.Model;

/// <summary>The words of the theme in the site's language, by key: <c>notice.updated</c>.</summary>
/// <remarks>A word may hold names in braces, <c>{number} vom {date}</c>, that are replaced when it is asked for.</remarks>
public sealed class Words(FrozenDictionary<string, string> words)
{
    public static readonly Words None = new(FrozenDictionary<string, string>.Empty);

    /// <summary>Gets all keys, for checks.</summary>
    public IEnumerable<string> Keys => words.Keys;

    /// <summary>Gets a word; a missing one shows its key, which the theme check reports before that can happen.</summary>
    public string this[string key] => words.GetValueOrDefault(key, key);

    public bool Has(string key) => words.ContainsKey(key);

    /// <summary>Gets a word with its names replaced.</summary>
    public string Fill(string key, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var text = new StringBuilder(this[key]);
        foreach (var (name, value) in values)
        {
            text.Replace("{" + name + "}", value);
        }

        return text.ToString();
    }

    /// <summary>Gets <c>key.one</c> or <c>key.many</c> with <c>{count}</c> replaced.</summary>
    public string Count(string key, int count) => Fill(count == 1 ? key + ".one" : key + ".many", ("count", Number(count)));

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
}
