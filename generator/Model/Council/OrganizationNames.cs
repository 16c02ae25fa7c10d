using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>The organizations of a municipality, found by any of their names.</summary>
internal sealed class OrganizationNames
{
    private readonly LinkContext context;
    private readonly Dictionary<string, Organization> byName = new(StringComparer.OrdinalIgnoreCase);

    public OrganizationNames(LinkContext context, Body body, Document<OrganizationsContent>? document)
    {
        this.context = context;
        var entries = document?.Data.Organizations ?? [];
        var all = new List<Organization>();
        var tombstones = ImmutableArray.CreateBuilder<CouncilTombstone>();
        foreach (var entry in entries.DistinctBy(entry => entry.Slug))
        {
            var organization = new Organization(body, entry);
            foreach (var name in new[] { entry.Slug, entry.ShortName, entry.Name.Value, entry.Record.Id }.OfType<string>())
            {
                byName.TryAdd(name, organization);
            }

            if (entry.Withdrawn is { } withdrawn)
            {
                tombstones.Add(new CouncilTombstone(body, CouncilKind.Organization, "", entry.Slug, withdrawn, organization.Route, document!.Source) { Record = entry.Record });
            }
            else
            {
                all.Add(organization);
            }
        }

        Tombstones = tombstones.ToImmutable();
        All = [.. all.OrderBy(organization => organization.Label, GermanCollation.Instance)];
    }

    public ImmutableArray<Organization> All { get; }

    public ImmutableArray<CouncilTombstone> Tombstones { get; }

    /// <summary>Finds an organization that was not withdrawn; one that is not in the list is reported.</summary>
    public Organization? Require(SourcePath source, Located<string> name) => RequireAny(source, name) is { Entry.Withdrawn: null } organization ? organization : null;

    /// <summary>Finds an organization, withdrawn or not; one that is not in the list is reported.</summary>
    public Organization? RequireAny(SourcePath source, Located<string> name)
    {
        if (byName.TryGetValue(name.Value, out var organization))
        {
            return organization;
        }

        context.Findings.Add(Codes.UnknownOrganization.At(name.In(source), name.Value, NearestName.Suggest(name.Value, byName.Keys, "Tragen Sie es dort ein, oder berichtigen Sie den Namen.")));
        return null;
    }

    /// <summary>Finds an organization, withdrawn or not, without reporting it missing.</summary>
    public Organization? Find(string name) => byName.GetValueOrDefault(name);
}
