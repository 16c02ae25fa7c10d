using System.Globalization;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.CouncilImport;

/// <summary>Writes <c>personen.yml</c>, if the call asks for it: names and memberships, nothing else about a person.</summary>
internal static class PersonWriter
{
    public const string FileName = "personen.yml";

    public static PlannedFile Write(OParlStore store, IReadOnlyList<OParlObject> persons, Organizations organizations, FieldValues values, byte[]? local)
    {
        var memberships = store.All("Membership")
            .SelectMany(one => one.LinksOf("person").Select(person => (Person: person, Membership: one)))
            .ToLookup(pair => pair.Person, pair => pair.Membership, StringComparer.Ordinal);
        var slugs = ReadSlugs(local);
        var taken = new HashSet<string>(slugs.Values, StringComparer.Ordinal);
        var blocks = new List<Block>();
        foreach (var person in persons)
        {
            var (given, family) = (values.Line(person, "givenName"), values.Line(person, "familyName"));
            var name = values.Line(person, "name") ?? (family is null ? null : $"{given} {family}".Trim());
            if (name is null)
            {
                values.Report.LeaveOut("Person", person.Id, "ohne Namen");
                continue;
            }

            var slug = slugs.GetValueOrDefault(person.Id) ?? Claim(PathBook.Name(name, person.Id), taken);
            var (created, modified) = values.Record(person);
            var all = store.Follow(person, "membership").Concat(memberships[person.Id]).Distinct();
            var text = new YamlText()
                .Text(CouncilFields.Name, name)
                .Text(CouncilFields.Slug, slug)
                .Text(CouncilFields.FormOfAddress, values.Line(person, "formOfAddress"))
                .Text(CouncilFields.GivenName, given)
                .Text(CouncilFields.FamilyName, family)
                .Maps(CouncilFields.Memberships, [.. all.Select(one => WriteMembership(one, organizations, values)).OfType<YamlText>()])
                .Text(CouncilFields.RecordId, person.Id)
                .Time(CouncilFields.Created, created)
                .Time(CouncilFields.Modified, modified);
            blocks.Add(new Block(person.Id, text.TopItem()));
        }

        return new PlannedFile(FileName, null, FileLayout.List, CouncilFields.Person, [.. blocks]);
    }

    /// <summary>Writes what remains of a person: no name, and none in the address part.</summary>
    public static Block Tombstone(string id, DateOnly day) => new(id, new YamlText()
        .Text(CouncilFields.Name, "Zurückgezogen")
        .Text(CouncilFields.Slug, "zurueckgezogen-" + ImportState.Hash(id)[..8])
        .Map(Fields.Withdrawn, new YamlText().Day(Fields.WithdrawalDate, day))
        .Text(CouncilFields.RecordId, id)
        .TopItem());

    private static YamlText? WriteMembership(OParlObject membership, Organizations organizations, FieldValues values)
    {
        if (membership.LinksOf("organization").Select(organizations.SlugOf).OfType<string>().FirstOrDefault() is not { } organization)
        {
            values.Report.LeaveOut("Mitgliedschaft", membership.Id, "das Gremium ist nicht bekannt");
            return null;
        }

        return new YamlText()
            .Text(CouncilFields.Organization, organization)
            .Text(CouncilFields.Role, values.Line(membership, "role"))
            .Choice(CouncilFields.HasVote, values.Switch(membership, "votingRight"))
            .Day(CouncilFields.Start, values.Day(membership, "startDate"))
            .Day(CouncilFields.End, values.Day(membership, "endDate"))
            .Text(CouncilFields.RecordId, membership.HasOwnId ? membership.Id : null);
    }

    private static Dictionary<string, string> ReadSlugs(byte[]? local)
    {
        var text = local is null ? "" : System.Text.Encoding.UTF8.GetString(local);
        return (BlockText.Split(text, FileLayout.List, CouncilFields.Person) ?? [])
            .Where(block => block.Key is not (BlockText.Rest or BlockText.Head))
            .Select(block => (block.Key, Slug: BlockText.Peek(block.Text, CouncilFields.Slug.German, 2)))
            .Where(pair => pair.Slug is not null)
            .DistinctBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key, pair => pair.Slug!, StringComparer.Ordinal);
    }

    private static string Claim(string slug, HashSet<string> taken)
    {
        var unique = slug;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = slug + "-" + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }
}
