using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Fachinfo.Execution;

namespace Fachinfo.Theming;

/// <summary>The rendered text of partials by the view that they show, for one build: a notice stands in ten listings.</summary>
/// <remarks>Pages are rendered by address, so the same notices come again soon: when there are very many, it starts anew.</remarks>
/// <param name="partials">The partials that depend on nothing but their view.</param>
internal sealed partial class RepeatedParts(IEnumerable<string> partials)
{
    /// <summary>The most views of a partial: their texts take some 20 MB.</summary>
    private const int Most = 12_000;

    private readonly Dictionary<string, TextsOfPartial> texts = partials.ToDictionary(name => name, _ => new TextsOfPartial(), StringComparer.Ordinal);

    /// <summary>Finds the partials that look at nothing outside of the view they are given: nothing above it, no data of the page, no body. Those that show nothing of it, such as icons, are as fast without.</summary>
    /// <param name="sources">The text of each template by its name; those whose names have no folder are partials.</param>
    public static IEnumerable<string> StandingAlone(IReadOnlyDictionary<string, string> sources)
    {
        var names = sources.Keys.Where(name => !name.Contains('/', StringComparison.Ordinal) && !LooksAround().IsMatch(sources[name])).ToHashSet(StringComparer.Ordinal);
        while (names.RemoveWhere(name => IncludedIn(sources[name]).Any(included => !names.Contains(included))) > 0)
        {
        }

        return names.Where(name => sources[name].Contains("{{", StringComparison.Ordinal));
    }

    /// <summary>The names of the partials in a text, as often as they stand there.</summary>
    public static IEnumerable<string> IncludedIn(string text) => Included().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>Returns the text of a partial for a view, if it was rendered before.</summary>
    public string? Find(string partial, IRepeatedView view) => texts.TryGetValue(partial, out var known) && known.ByView.TryGetValue(view, out var text) ? text : null;

    /// <summary>Keeps the text of a partial for a view, if it is the same wherever the view stands.</summary>
    public void Keep(string partial, IRepeatedView view, ReadOnlySpan<char> text)
    {
        if (texts.TryGetValue(partial, out var known))
        {
            if (Interlocked.Increment(ref known.Count) % Most == 0)
            {
                known.ByView.Clear();
            }

            known.ByView[view] = text.ToString();
        }
    }

    /// <summary>The texts are counted here, since the dictionary would lock all of itself for it.</summary>
    private sealed class TextsOfPartial
    {
        public readonly ConcurrentDictionary<IRepeatedView, string> ByView = new(ReferenceEqualityComparer.Instance);
        public int Count;
    }

    [GeneratedRegex("""\{\{[^}]*(?:@|\.\./)|\{\{\{?~?\s*body\b|\{\{~?#>|\{\{~?>\s*[^\s}]+\s+[^\s}]""", RegexOptions.CultureInvariant)]
    private static partial Regex LooksAround();

    [GeneratedRegex("""\{\{~?>\s*(?<name>[^\s}]+)""", RegexOptions.CultureInvariant)]
    private static partial Regex Included();
}
