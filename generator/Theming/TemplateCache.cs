using Fachinfo.Execution;

namespace Fachinfo.Theming;

/// <summary>Keeps compiled templates from one build to the next, as long as their texts stay the same.</summary>
/// <remarks>Compiling takes longer than rendering a small site: a preview that did it after each save would be felt.</remarks>
public sealed class TemplateCache
{
    /// <summary>How many themes are kept: that of the site, and those before while somebody edits it.</summary>
    private const int Kept = 8;

    private readonly Lock guard = new();
    private readonly List<(ContentHash Key, CompiledTemplates Templates)> recent = [];

    /// <summary>Finds the templates with these texts, or takes them.</summary>
    /// <param name="texts">The text of each template by its name.</param>
    internal CompiledTemplates For(Dictionary<string, string> texts)
    {
        var key = texts.OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Aggregate(default(ContentHash), (hash, pair) => hash + ContentHash.Of(pair.Key) + ContentHash.Of(pair.Value));
        lock (guard)
        {
            var place = recent.FindIndex(one => one.Key == key);
            var found = place < 0 ? (key, new CompiledTemplates(texts)) : recent[place];
            recent.RemoveRange(place < 0 ? 0 : place, place < 0 && recent.Count < Kept ? 0 : 1);
            recent.Add(found);
            return found.Item2;
        }
    }
}
