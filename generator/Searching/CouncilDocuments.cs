using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Fachinfo.Execution;
using Fachinfo.Model.Council;

namespace Fachinfo.Searching;

/// <summary>What can be found of the council archive: municipalities, committees, public papers and meetings. The texts of their files are in <see cref="FileDocuments"/>.</summary>
public static partial class CouncilDocuments
{
    /// <summary>What the visitor filters by: all of the archive; what follows the slash is a kind of it.</summary>
    public const string Kind = "ratsarchiv";

    private const int Order = 1000;

    /// <summary>The kinds, as a filter names them.</summary>
    public static readonly ImmutableArray<string> Kinds = [Papers, Meetings, Organizations, Bodies];

    private const string Papers = Kind + "/vorlagen";
    private const string Meetings = Kind + "/sitzungen";
    private const string Organizations = Kind + "/gremien";
    private const string Bodies = Kind + "/kommunen";

    /// <param name="places">The place of each municipality among what a search is narrowed down by.</param>
    public static IEnumerable<SearchDocument> Of(CouncilArchive council, IReadOnlyDictionary<string, int> places) => council.Bodies
        .SelectMany(body => new[] { OfBody(body) }
            .Concat(body.Organizations.Select(OfOrganization))
            .Concat(body.Papers.Select(OfPaper))
            .Concat(body.Meetings.Select(OfMeeting))
            .Select(document => document with { Rubrics = [places[PlaceOf(body)]] }))
        .GroupBy(document => document.Group)
        .SelectMany(group => group.OrderBy(document => document.Address, StringComparer.Ordinal).Select((document, slot) => document with { Slot = slot }));

    /// <summary>What narrows a search down to a municipality: <c>ratsarchiv/juelich</c>.</summary>
    public static string PlaceOf(Body body) => Kind + "/" + body.Content.Folder;

    private static SearchDocument OfBody(Body body)
    {
        ImmutableArray<string> keywords = ["Kommune Ratsarchiv", body.Content.Name.Value, body.Content.Ags ?? ""];
        var hash = new HashBuilder().Add(body.Label).Add(keywords).ToHash();
        return new SearchDocument(new SearchGroup(Bodies, 0, Order), 0, hash, new SearchTexts
        {
            Title = body.Label,
            Summary = body.Content.Name.Value == body.Label ? "" : body.Content.Name.Value,
            Keywords = keywords,
            Address = body.Route.Path,
            Label = "Ratsarchiv",
        });
    }

    private static SearchDocument OfOrganization(Organization organization)
    {
        var entry = organization.Entry;
        var title = entry.ShortName is { } name && name != entry.Name.Value ? $"{entry.Name.Value} ({name})" : entry.Name.Value;
        ImmutableArray<string> keywords = ["Gremium", organization.Body.Label];
        var hash = new HashBuilder().Add(title).Add(entry.Description).Add(keywords).ToHash();
        return new SearchDocument(new SearchGroup(Organizations, 0, Order), 0, hash, new SearchTexts
        {
            Title = title,
            Summary = entry.Description ?? "",
            Keywords = keywords,
            Address = organization.Route.Path,
            Label = $"Gremium, {organization.Body.Label}",
        });
    }

    private static SearchDocument OfPaper(Paper paper)
    {
        var content = paper.Content;
        var references = string.Join(' ', paper.FileReferences.Select(reference => reference.Text));
        var committees = NamesOf(paper.Consultations.Select(consultation => consultation.Organization).Distinct());
        ImmutableArray<string> keywords = ["Vorlage", paper.Label, paper.Body.Label, content.Department ?? "", references, committees];
        var hash = new HashBuilder().Add(content.Title.Value).Add(content.Text.FirstParagraph).Add(keywords).Add(paper.Text.Reference.Hash).ToHash();
        return new SearchDocument(new SearchGroup(Papers, paper.Day?.Year ?? 0, Order), 0, hash, new SearchTexts
        {
            Title = content.Title.Value,
            Summary = content.Text.FirstParagraph.ToString(),
            Keywords = keywords,
            Address = paper.Route.Path,
            Label = $"{paper.Label}, {paper.Body.Label}",
            Date = paper.Day,
            Jumps = [.. JumpsOf(paper.Reference), .. paper.FileReferences.Where(reference => reference.CaseNumber is not null).Select(reference => reference.PlanAndCase).Distinct()],
        })
        {
            Body = paper.Text.Reference,
        };
    }

    private static SearchDocument OfMeeting(Meeting meeting)
    {
        var committees = NamesOf(meeting.Organizations);
        var agenda = string.Join(" · ", meeting.Agenda.Select(item => item.Entry.Title.Value));
        ImmutableArray<string> keywords = [committees, meeting.Body.Label];
        var hash = new HashBuilder().Add(meeting.Label).Add(agenda).Add(keywords).Add(meeting.Text.Reference.Hash).ToHash();
        return new SearchDocument(new SearchGroup(Meetings, meeting.Day.Year, Order), 0, hash, new SearchTexts
        {
            Title = meeting.Label,
            Summary = agenda,
            Keywords = keywords,
            Address = meeting.Route.Path,
            Label = $"Sitzung, {meeting.Body.Label}",
            Date = meeting.Day,
        })
        {
            Body = meeting.Text.Reference,
        };
    }

    private static string NamesOf(IEnumerable<Organization> organizations) =>
        string.Join(' ', organizations.Select(organization => $"{organization.Entry.Name.Value} {organization.Entry.ShortName}"));

    /// <summary>References are opaque; only those that look like a number can be told apart from words.</summary>
    private static ImmutableArray<string> JumpsOf(string reference) => NumberLike().IsMatch(reference) ? [reference.ToLowerInvariant()] : [];

    [GeneratedRegex(@"^[0-9][0-9A-Za-z_./-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberLike();
}
