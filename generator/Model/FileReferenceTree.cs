using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Fachinfo.Model;

/// <summary>A prefix of plan numbers: <c>13.0</c>, with everything below it.</summary>
/// <param name="Notices">Those of all longer prefixes too, newest first.</param>
/// <param name="Children">One segment longer, in natural order.</param>
public sealed record FileReferencePrefix(string Number, string? Label, ImmutableArray<ListedNotice> Notices, ImmutableArray<FileReferencePrefix> Children)
{
    public IEnumerable<FileReferencePrefix> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);
}

/// <summary>A file reference that has no place in the plan, and a notice that bears it.</summary>
public sealed record OtherFileReference(string Text, ListedNotice Notice);

/// <summary>The register of file references: plan numbers as a tree of their prefixes, and what cannot be parsed.</summary>
/// <remarks>Case numbers are no level. A prefix exists where a notice has it; labels alone make none.</remarks>
public sealed record FileReferenceTree(ImmutableArray<FileReferencePrefix> Roots, ImmutableArray<OtherFileReference> Others)
{
    public IEnumerable<FileReferencePrefix> All => Roots.SelectMany(root => root.SelfAndDescendants());

    /// <param name="notices">Newest first.</param>
    public static FileReferenceTree Build(FilePlan plan, IEnumerable<ListedNotice> notices)
    {
        var byPrefix = new Dictionary<string, List<ListedNotice>>(StringComparer.Ordinal);
        var others = ImmutableArray.CreateBuilder<OtherFileReference>();
        foreach (var listed in notices)
        {
            foreach (var reference in listed.Head.FileReferences)
            {
                if (reference.IsParsed)
                {
                    AddPrefixes(byPrefix, reference.Plan, listed);
                }
                else if (reference.Text.Length > 0)
                {
                    others.Add(new OtherFileReference(reference.Text, listed));
                }
            }
        }

        var byParent = byPrefix.Keys.ToLookup(ParentOf, StringComparer.Ordinal);
        return new FileReferenceTree(
            Children(plan, "", byPrefix, byParent),
            [.. others.OrderBy(other => other.Text, GermanCollation.Instance).ThenBy(other => other.Notice.Head, NoticeHead.NewestFirst)]);
    }

    /// <summary>The prefixes of a plan number from the top: 13, 13.0, 13.0.70.</summary>
    public static IEnumerable<string> PrefixesOf(string plan)
    {
        for (var point = plan.IndexOf('.', StringComparison.Ordinal); point >= 0; point = plan.IndexOf('.', point + 1))
        {
            yield return plan[..point];
        }

        yield return plan;
    }

    private static void AddPrefixes(Dictionary<string, List<ListedNotice>> byPrefix, string plan, ListedNotice listed)
    {
        foreach (var prefix in PrefixesOf(plan))
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(byPrefix, prefix, out _);
            list ??= [];
            if (list.Count == 0 || !ReferenceEquals(list[^1], listed))
            {
                // A notice may have several references below one prefix.
                list.Add(listed);
            }
        }
    }

    private static ImmutableArray<FileReferencePrefix> Children(
        FilePlan plan, string parent, Dictionary<string, List<ListedNotice>> byPrefix, ILookup<string, string> byParent) =>
    [
        .. byParent[parent]
            .OrderBy(number => number, PlanNumberOrder.Instance)
            .Select(number => new FileReferencePrefix(number, plan.LabelOf(number), [.. byPrefix[number]], Children(plan, number, byPrefix, byParent))),
    ];

    private static string ParentOf(string number) => number.LastIndexOf('.') is var point and >= 0 ? number[..point] : "";
}
