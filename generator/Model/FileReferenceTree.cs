using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Fachinfo.Model.Council;

namespace Fachinfo.Model;

/// <summary>A prefix of plan numbers: <c>13.0</c>, with everything below it.</summary>
/// <param name="Notices">Those of all longer prefixes too, newest first.</param>
/// <param name="Papers">Those of all longer prefixes too, newest first; those of which no day is known come last.</param>
/// <param name="Children">One segment longer, in natural order.</param>
public sealed record FileReferencePrefix(
    string Number, string? Label, ImmutableArray<ListedNotice> Notices, ImmutableArray<Paper> Papers, ImmutableArray<FileReferencePrefix> Children)
{
    public int Count => Notices.Length + Papers.Length;

    public IEnumerable<FileReferencePrefix> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);
}

/// <summary>A file reference that has no place in the plan, and the notice or paper that bears it.</summary>
public sealed record OtherFileReference(string Text, ListedNotice? Notice, Paper? Paper);

/// <summary>The register of file references: plan numbers as a tree of their prefixes, and what cannot be parsed.</summary>
/// <remarks>Case numbers are no level. A prefix exists where a notice or a paper has it; labels alone make none.</remarks>
public sealed record FileReferenceTree(ImmutableArray<FileReferencePrefix> Roots, ImmutableArray<OtherFileReference> Others)
{
    public IEnumerable<FileReferencePrefix> All => Roots.SelectMany(root => root.SelfAndDescendants());

    /// <param name="notices">Newest first.</param>
    /// <param name="council">The archive whose papers are listed too.</param>
    public static FileReferenceTree Build(FilePlan plan, IEnumerable<ListedNotice> notices, CouncilArchive council)
    {
        var found = new Dictionary<string, Found>(StringComparer.Ordinal);
        var others = ImmutableArray.CreateBuilder<OtherFileReference>();
        foreach (var listed in notices)
        {
            foreach (var reference in listed.Head.FileReferences.Where(reference => reference.Text.Length > 0))
            {
                if (!reference.IsParsed)
                {
                    others.Add(new OtherFileReference(reference.Text, listed, null));
                }

                AddPrefixes(found, reference, prefix => prefix.Notices, listed);
            }
        }

        foreach (var paper in PapersOf(council))
        {
            foreach (var reference in paper.FileReferences.Where(reference => reference.Text.Length > 0))
            {
                if (!reference.IsParsed)
                {
                    others.Add(new OtherFileReference(reference.Text, null, paper));
                }

                AddPrefixes(found, reference, prefix => prefix.Papers, paper);
            }
        }

        var byParent = found.Keys.ToLookup(ParentOf, StringComparer.Ordinal);
        return new FileReferenceTree(Children(plan, "", found, byParent), [.. others.OrderBy(other => other.Text, GermanCollation.Instance)]);
    }

    /// <summary>Papers that bear a file reference, newest first.</summary>
    public static IEnumerable<Paper> PapersOf(CouncilArchive council) => council.Bodies
        .SelectMany(body => body.Papers)
        .Where(paper => !paper.FileReferences.IsEmpty)
        .OrderByDescending(paper => paper.Day ?? DateOnly.MinValue)
        .ThenBy(paper => paper.Route);

    /// <summary>The prefixes of a plan number from the top: 13, 13.0, 13.0.70.</summary>
    public static IEnumerable<string> PrefixesOf(string plan)
    {
        for (var point = plan.IndexOf('.', StringComparison.Ordinal); point >= 0; point = plan.IndexOf('.', point + 1))
        {
            yield return plan[..point];
        }

        yield return plan;
    }

    private sealed class Found
    {
        public List<ListedNotice> Notices { get; } = [];

        public List<Paper> Papers { get; } = [];
    }

    private static void AddPrefixes<T>(Dictionary<string, Found> all, FileReference reference, Func<Found, List<T>> listOf, T item)
        where T : class
    {
        foreach (var prefix in reference.IsParsed ? PrefixesOf(reference.Plan) : [])
        {
            ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(all, prefix, out _);
            var list = listOf(found ??= new Found());
            if (list.Count == 0 || !ReferenceEquals(list[^1], item))
            {
                // One thing may have several references below one prefix.
                list.Add(item);
            }
        }
    }

    private static ImmutableArray<FileReferencePrefix> Children(FilePlan plan, string parent, Dictionary<string, Found> found, ILookup<string, string> byParent) =>
    [
        .. byParent[parent]
            .OrderBy(number => number, PlanNumberOrder.Instance)
            .Select(number => new FileReferencePrefix(
                number,
                plan.LabelOf(number),
                [.. found[number].Notices],
                [.. found[number].Papers],
                Children(plan, number, found, byParent))),
    ];

    private static string ParentOf(string number) => number.LastIndexOf('.') is var point and >= 0 ? number[..point] : "";
}
