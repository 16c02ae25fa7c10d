using System.Collections.Immutable;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>Links persons and their memberships.</summary>
internal static class PersonLinker
{
    /// <summary>Links those that are there, and tells which were withdrawn.</summary>
    public static (ImmutableArray<Person> Persons, ImmutableArray<WithdrawnPerson> Withdrawn) Link(Body body, OrganizationNames organizations, Document<PersonsContent>? document)
    {
        if (document is null)
        {
            return ([], []);
        }

        var keys = new UniqueKeys();
        var persons = ImmutableArray.CreateBuilder<Person>();
        var withdrawn = ImmutableArray.CreateBuilder<WithdrawnPerson>();
        foreach (var entry in document.Data.Persons.DistinctBy(entry => entry.Slug))
        {
            if (entry.Withdrawn is { } withdrawal)
            {
                withdrawn.Add(new WithdrawnPerson(entry.Slug, withdrawal, entry.Record));
                continue;
            }

            var person = new Person(body, entry);
            var memberships = ImmutableArray.CreateBuilder<Membership>();
            foreach (var membership in entry.Memberships)
            {
                if (organizations.Require(document.Source, membership.Organization) is { } organization)
                {
                    memberships.Add(new Membership(keys.Claim(entry.Slug + "-" + organization.Entry.Slug), person, organization, membership));
                }
            }

            person.Memberships = memberships.ToImmutable();
            persons.Add(person);
        }

        foreach (var group in persons.SelectMany(person => person.Memberships).GroupBy(membership => membership.Organization))
        {
            group.Key.Memberships = [.. group.OrderBy(membership => membership.Person.Entry.FamilyName ?? membership.Person.Entry.Name.Value, GermanCollation.Instance)];
        }

        return (persons.ToImmutable(), withdrawn.ToImmutable());
    }
}
