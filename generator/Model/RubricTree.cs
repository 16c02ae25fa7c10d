using System.Collections.Concurrent;
using System.Collections.Immutable;
using Fachinfo.Diagnostics;

namespace Fachinfo.Model;

/// <summary>All rubrics, and the tolerant search among them: case, commas and runs of blanks do not matter.</summary>
public sealed class RubricTree
{
    public static readonly RubricTree Empty = new([]);

    private readonly Dictionary<string, List<Rubric>> byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Rubric>> byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<Rubric>> found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Rubric> bySlugPath = new(StringComparer.Ordinal);

    public RubricTree(ImmutableArray<Rubric> roots)
    {
        Roots = roots;
        All = [.. roots.SelectMany(root => root.SelfAndDescendants())];
        foreach (var rubric in All)
        {
            bySlugPath.TryAdd(rubric.SlugPath, rubric);
        }

        foreach (var root in roots)
        {
            AddNames(root, [""]);
        }
    }

    public ImmutableArray<Rubric> Roots { get; }

    /// <summary>Gets all rubrics, each before its children.</summary>
    public ImmutableArray<Rubric> All { get; }

    public Rubric? BySlugPath(string slugPath) => bySlugPath.GetValueOrDefault(slugPath);

    /// <summary>Finds rubrics by display path, slug path, alias, or the name of one level alone.</summary>
    /// <returns>One if the name is clear, several if it is ambiguous, none if it is unknown.</returns>
    /// <remarks>A whole path wins over the name of one level.</remarks>
    public IReadOnlyList<Rubric> Find(string name)
    {
        // The same few spellings occur in thousands of notices.
        return found.GetOrAdd(name, spelling =>
        {
            var folded = Fold(spelling);
            return byPath.GetValueOrDefault(folded) ?? byName.GetValueOrDefault(folded) ?? [];
        });
    }

    /// <summary>Names the rubric that was probably meant: one that has all its words, else one written nearly alike.</summary>
    public string Suggest(string name)
    {
        var nearest = WithWords(name) ?? NearestName.Find(name, All.Select(rubric => rubric.DisplayPath).Concat(All.Select(rubric => rubric.Title)));
        return nearest is not null ? $"Meinten Sie „{nearest}“?"
            : All.Length == 0 ? "Legen Sie sie in rubriken.yml an."
            : "Prüfen Sie die Schreibweise, oder legen Sie sie in rubriken.yml an.";
    }

    /// <summary>Finds <c>Recht, Personal, Organisation</c> for <c>Recht</c>, and on its level <c>Soziales / Jugend und Familie</c> for <c>Soziales / Familie</c>.</summary>
    private string? WithWords(string name)
    {
        var words = WordsOf(name);
        var fitting = words.Length == 0 ? [] : All.Where(rubric => !words.Except(WordsOf(rubric.DisplayPath)).Any()).ToList();
        var levels = Fold(name).Split('/');
        var onLevel = fitting.Find(rubric => rubric.Slugs.Length == levels.Length && !WordsOf(levels[^1]).Except(WordsOf(rubric.Title)).Any());
        return (onLevel ?? fitting.FirstOrDefault())?.DisplayPath;
    }

    private static string[] WordsOf(string name) => Fold(name).Split([' ', '/'], StringSplitOptions.RemoveEmptyEntries);

    private void AddNames(Rubric rubric, IReadOnlyList<string> parentNames)
    {
        string[] own = [Fold(rubric.Title), Fold(rubric.Slugs[^1]), .. rubric.Aliases.Select(Fold)];
        var paths = parentNames.SelectMany(parent => own.Select(name => parent.Length == 0 ? name : parent + "/" + name)).Distinct().ToList();
        paths.ForEach(path => Add(byPath, path, rubric));
        foreach (var name in own.Distinct())
        {
            Add(byName, name, rubric);
        }

        foreach (var child in rubric.Children)
        {
            AddNames(child, paths);
        }
    }

    private static void Add(Dictionary<string, List<Rubric>> index, string name, Rubric rubric)
    {
        if (!index.TryGetValue(name, out var rubrics))
        {
            index.Add(name, rubrics = []);
        }

        rubrics.Add(rubric);
    }

    private static string Fold(string name)
    {
        var levels = name.Split('/').Select(level => string.Join(
            ' ',
            UmlautComposition.Compose(level).Replace(',', ' ').ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return string.Join('/', levels.Where(level => level.Length > 0));
    }
}
