using System.Globalization;
using System.Text;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.CouncilImport;

/// <summary>The organizations of the archive: those of the server, and those that stand in <c>gremien.yml</c> already.</summary>
internal sealed class Organizations
{
    public const string FileName = "gremien.yml";

    private static readonly string[] Councils =
        ["rat", "stadtrat", "gemeinderat", "kreistag", "rat der stadt", "rat der gemeinde", "stadtvertretung", "stadtverordnetenversammlung"];

    private readonly Dictionary<string, string> slugs = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public Organizations(IReadOnlyList<OParlObject> organizations, FieldValues values, byte[]? local)
    {
        var text = local is null ? "" : Encoding.UTF8.GetString(local);
        foreach (var block in BlockText.Split(text, FileLayout.List, CouncilFields.OrganizationTable) ?? [])
        {
            var slug = Slug.Of(Peek(block, CouncilFields.Slug) ?? Peek(block, CouncilFields.ShortName) ?? Peek(block, CouncilFields.Name) ?? "");
            if (block.Key is not (BlockText.Rest or BlockText.Head) && slug.Length > 0)
            {
                slugs.TryAdd(block.Key, slug);
            }

            taken.Add(slug);
        }

        foreach (var organization in organizations)
        {
            var name = values.Line(organization, "shortName") ?? values.Line(organization, "name");
            if (!slugs.ContainsKey(organization.Id) && name is not null)
            {
                slugs.Add(organization.Id, Claim(PathBook.Name(name, organization.Id)));
            }
        }
    }

    /// <summary>Finds the address part of an organization; <see langword="null"/> if it is not known.</summary>
    public string? SlugOf(string id) => slugs.GetValueOrDefault(id);

    public PlannedFile Write(IReadOnlyList<OParlObject> organizations, FieldValues values)
    {
        var blocks = new List<Block>();
        foreach (var organization in organizations)
        {
            if (SlugOf(organization.Id) is { } slug && values.Line(organization, "name") is { } name)
            {
                blocks.Add(new Block(organization.Id, Write(organization, slug, name, values).TopItem()));
            }
            else
            {
                values.Report.LeaveOut("Gremium", organization.Id, "ohne Namen");
            }
        }

        return new PlannedFile(FileName, null, FileLayout.List, CouncilFields.OrganizationTable, [.. blocks]);
    }

    /// <summary>Writes what remains of an organization: its address part, so that the tombstone stands where its page was.</summary>
    public static Block Tombstone(string id, string slug, DateOnly day) => new(id, new YamlText()
        .Text(CouncilFields.Name, "Zurückgezogen")
        .Text(CouncilFields.Slug, slug)
        .Map(Fields.Withdrawn, new YamlText().Day(Fields.WithdrawalDate, day))
        .Text(CouncilFields.RecordId, id)
        .TopItem());

    private static YamlText Write(OParlObject organization, string slug, string name, FieldValues values)
    {
        var (created, modified) = values.Record(organization);
        return new YamlText()
            .Text(CouncilFields.Name, name)
            .Text(CouncilFields.ShortName, values.Line(organization, "shortName"))
            .Text(CouncilFields.Slug, slug)
            .Word(CouncilFields.OrganizationType, TypeOf(values.Line(organization, "organizationType"), values.Line(organization, "classification"), name))
            .Day(CouncilFields.Start, values.Day(organization, "startDate"))
            .Day(CouncilFields.End, values.Day(organization, "endDate"))
            .Text(CouncilFields.Website, values.Address(organization, "website"))
            .Text(CouncilFields.RecordId, organization.Id)
            .Time(CouncilFields.Created, created)
            .Time(CouncilFields.Modified, modified);
    }

    /// <summary>OParl's types say little; the classification or the name says whether a "Gremium" is the council itself.</summary>
    private static string TypeOf(string? type, string? classification, string name)
    {
        bool Says(string word) => classification?.Contains(word, StringComparison.OrdinalIgnoreCase) == true || name.Contains(word, StringComparison.OrdinalIgnoreCase);
        var kind = type?.ToLowerInvariant();
        return kind is "fraktion" or "partei" || (kind is null && Says("Fraktion")) ? "fraktion"
            : kind is "verwaltungsbereich" or "institution" ? "amt"
            : kind is "sonstiges" ? "sonstiges"
            : Says("beirat") ? "beirat"
            : Councils.Any(word => word.Equals(classification, StringComparison.OrdinalIgnoreCase) || word.Equals(name, StringComparison.OrdinalIgnoreCase)) ? "rat"
            : kind is "externes gremium" ? "sonstiges"
            : "ausschuss";
    }

    private string Claim(string slug)
    {
        var unique = slug;
        for (var i = 2; !taken.Add(unique); i++)
        {
            unique = slug + "-" + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    private static string? Peek(Block block, Field field) => BlockText.Peek(block.Text, field.German, 2) ?? BlockText.Peek(block.Text, field.Key, 2);
}
