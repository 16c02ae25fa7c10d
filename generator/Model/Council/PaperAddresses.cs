using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>The last part of the address of each paper of a municipality: from its number, or its record id.</summary>
/// <remarks>Public papers come first, then those for members: what is hidden takes no address away.</remarks>
internal sealed class PaperAddresses
{
    private readonly Dictionary<SourcePath, string> bySource = [];
    private readonly Dictionary<string, (SourcePath Source, Visibility Visibility)> slugs;

    public PaperAddresses(LinkContext context, IReadOnlyList<Document<PaperContent>> documents)
    {
        slugs = new(documents.Count, StringComparer.Ordinal);
        foreach (var visibility in new[] { Visibility.Public, Visibility.Members })
        {
            foreach (var document in Sort(documents.Where(document => document.Data.Visibility.Value == visibility)))
            {
                bySource.Add(document.Source, RequireSlug(context, document));
            }
        }
    }

    /// <summary>The part of a paper; of one that nobody may see what it would be.</summary>
    public string Of(Document<PaperContent> document) => bySource.GetValueOrDefault(document.Source) ?? SlugOf(document.Data);

    /// <summary>What has no record id keeps the plain address; of the others the older one does.</summary>
    public static IOrderedEnumerable<Document<PaperContent>> Sort(IEnumerable<Document<PaperContent>> documents) => documents
        .OrderBy(document => document.Data.Visibility.Value)
        .ThenBy(document => document.Data.Record.Id is not null)
        .ThenBy(document => document.Data.Date ?? DateOnly.MaxValue)
        .ThenBy(document => document.Source);

    private string RequireSlug(LinkContext context, Document<PaperContent> document)
    {
        var slug = SlugOf(document.Data);
        var visibility = document.Data.Visibility.Value;
        if (slugs.TryAdd(slug, (document.Source, visibility)))
        {
            return slug;
        }

        // Next to a public paper one for members with the same number is no mistake.
        if (document.Data.Record.Id is null && slugs[slug].Visibility == visibility)
        {
            context.Findings.Add(Codes.PaperAddressTaken.At(document.Data.Reference!.Value.In(document.Source), document.Data.Reference.Value.Value, slugs[slug].Source));
            return slug;
        }

        var longer = document.Data.Record.Id is { } id ? slug + "-" + SlugOfId(id) : slug + "-2";
        var unique = longer;
        for (var i = 2; !slugs.TryAdd(unique, (document.Source, visibility)); i++)
        {
            unique = longer + "-" + i.ToString(CultureInfo.InvariantCulture);
        }

        return unique;
    }

    /// <summary>The slug of the number; of the record id where there is none, or nothing of it remains.</summary>
    private static string SlugOf(PaperContent paper)
    {
        var slug = Slug.Of(paper.Reference?.Value ?? "");
        return slug.Length > 0 ? slug : paper.Record.Id is { } id ? SlugOfId(id) : "vorlage";
    }

    /// <summary>The last part of an id that is a URL, or the whole of any other.</summary>
    private static string SlugOfId(string id)
    {
        var trimmed = id.TrimEnd('/');
        var slug = Slug.Of(trimmed[(trimmed.LastIndexOf('/') + 1)..]);
        return slug.Length > 0 ? slug : "vorlage";
    }
}
