using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>The organizations of a municipality, found by any of their names.</summary>
internal sealed class OrganizationNames
{
    private readonly LinkContext context;
    private readonly Dictionary<string, Organization?> byName = new(StringComparer.OrdinalIgnoreCase);

    public OrganizationNames(LinkContext context, Body body, Document<OrganizationsContent>? document)
    {
        this.context = context;
        var entries = document?.Data.Organizations ?? [];
        var all = new List<Organization>();
        foreach (var entry in entries.DistinctBy(entry => entry.Slug))
        {
            var organization = entry.Withdrawn is null ? new Organization(body, entry) : null;
            foreach (var name in new[] { entry.Slug, entry.ShortName, entry.Name.Value, entry.Record.Id }.OfType<string>())
            {
                byName.TryAdd(name, organization);
            }

            if (organization is not null)
            {
                all.Add(organization);
            }
        }

        All = [.. all.OrderBy(organization => organization.Label, GermanCollation.Instance)];
    }

    public ImmutableArray<Organization> All { get; }

    /// <summary>Finds an organization; one that is not in the list is reported.</summary>
    public Organization? Require(SourcePath source, Located<string> name)
    {
        if (byName.TryGetValue(name.Value, out var organization))
        {
            return organization;
        }

        context.Findings.Add(Codes.UnknownOrganization.At(name.In(source), name.Value, NearestName.Suggest(name.Value, byName.Keys, "Tragen Sie es dort ein, oder berichtigen Sie den Namen.")));
        return null;
    }

    /// <summary>Finds an organization without reporting it missing.</summary>
    public Organization? Find(string name) => byName.GetValueOrDefault(name);
}
