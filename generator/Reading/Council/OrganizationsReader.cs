using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Reading.Council;

/// <summary>Reads <c>gremien.yml</c> and <c>personen.yml</c>: lists of entries with an address part each.</summary>
public static class OrganizationsReader
{
    public static Parsed<OrganizationsContent> Read(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var findings = new List<Diagnostic>();
        var organizations = ImmutableArray.CreateBuilder<OrganizationEntry>();
        foreach (var entry in Entries(path, bytes, CouncilFields.OrganizationTable, findings))
        {
            if (entry.RequireText(CouncilFields.Name) is not { } name)
            {
                continue;
            }

            var shortName = entry.TextValue(CouncilFields.ShortName);
            organizations.Add(new OrganizationEntry(name, SlugOf(entry, shortName ?? name.Value))
            {
                ShortName = shortName,
                Type = entry.Choice(CouncilFields.OrganizationType) ?? "committee",
                Start = entry.Date(CouncilFields.Start)?.Value,
                End = CouncilReading.ReadEnd(path, entry, findings),
                Description = entry.TextValue(CouncilFields.Description),
                Website = CouncilReading.ReadAddress(path, entry, CouncilFields.Website, findings),
                Withdrawn = SharedFields.ReadWithdrawal(entry),
                Record = CouncilReading.ReadRecord(entry),
            });
        }

        ReportTwice(path, organizations.Select(organization => (organization.Slug, organization.Name)), findings);
        return new Parsed<OrganizationsContent>(new OrganizationsContent(organizations.ToImmutable()), [.. findings], []);
    }

    public static Parsed<PersonsContent> ReadPersons(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var findings = new List<Diagnostic>();
        var persons = ImmutableArray.CreateBuilder<PersonEntry>();
        foreach (var entry in Entries(path, bytes, CouncilFields.Person, findings))
        {
            if (entry.RequireText(CouncilFields.PersonName) is not { } name)
            {
                continue;
            }

            persons.Add(new PersonEntry(name, SlugOf(entry, name.Value))
            {
                FormOfAddress = entry.TextValue(CouncilFields.FormOfAddress),
                GivenName = entry.TextValue(CouncilFields.GivenName),
                FamilyName = entry.TextValue(CouncilFields.FamilyName),
                Memberships = ReadMemberships(path, entry, findings),
                Withdrawn = SharedFields.ReadWithdrawal(entry),
                Record = CouncilReading.ReadRecord(entry),
            });
        }

        ReportTwice(path, persons.Select(person => (person.Slug, person.Name)), findings);
        return new Parsed<PersonsContent>(new PersonsContent(persons.ToImmutable()), [.. findings], []);
    }

    private static ImmutableArray<MembershipEntry> ReadMemberships(SourcePath path, FieldReader fields, List<Diagnostic> findings)
    {
        var memberships = ImmutableArray.CreateBuilder<MembershipEntry>();
        foreach (var entry in fields.MapList(CouncilFields.Memberships, CouncilFields.Membership, CouncilFields.Organization))
        {
            if (entry.RequireText(CouncilFields.Organization) is { } organization)
            {
                memberships.Add(new MembershipEntry(organization)
                {
                    Role = entry.TextValue(CouncilFields.Role),
                    HasVote = entry.Has(CouncilFields.HasVote) ? entry.Switch(CouncilFields.HasVote) : null,
                    Start = entry.Date(CouncilFields.Start)?.Value,
                    End = CouncilReading.ReadEnd(path, entry, findings),
                    Record = CouncilReading.ReadRecord(entry),
                });
            }
        }

        return memberships.ToImmutable();
    }

    private static IEnumerable<FieldReader> Entries(SourcePath path, ReadOnlyMemory<byte> bytes, FieldTable table, List<Diagnostic> findings)
    {
        if (SourceText.Decode(path, bytes.Span, findings) is not { } text || YamlReader.Read(path, text, 0, findings, CouncilReading.LargestYaml) is not { } node)
        {
            yield break;
        }

        if (node is YamlScalar { IsEmpty: true })
        {
            yield break;
        }

        foreach (var item in node is YamlSequence sequence ? sequence.Items : [node])
        {
            if (item is YamlMap map)
            {
                yield return new FieldReader(path, map, table, findings);
            }
            else
            {
                findings.Add(Codes.YamlSyntax.At(new SourceLocation(path, item.Line, item.Column), "erwartet wird eine Liste von Einträgen der Form „- name: …“"));
            }
        }
    }

    private static string SlugOf(FieldReader entry, string name) => entry.TextValue(CouncilFields.Slug) is { } slug ? Slug.Of(slug) : Slug.Of(name);

    private static void ReportTwice(SourcePath path, IEnumerable<(string Slug, Located<string> Name)> entries, List<Diagnostic> findings)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        findings.AddRange(entries.Where(entry => entry.Slug.Length == 0 || !known.Add(entry.Slug)).Select(entry => Codes.OrganizationTwice.At(entry.Name.In(path), entry.Slug)));
    }
}
