using System.Collections.Immutable;

namespace Fachinfo.Model;

/// <summary>Labels of file-plan prefixes from <c>aktenplan.yml</c>: <c>13.0.70</c> to its name. Optional.</summary>
public sealed record FilePlan(ImmutableSortedDictionary<string, string> Labels)
{
    public static readonly FilePlan Empty = new(ImmutableSortedDictionary<string, string>.Empty);

    public string? LabelOf(string prefix) => Labels.GetValueOrDefault(prefix);
}
