using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Fachinfo.Execution;
using Fachinfo.Model.Council;

namespace Fachinfo.Searching;

/// <summary>What can be found of the council archive: public papers and meetings. The texts of their files are in <see cref="FileDocuments"/>.</summary>
public static partial class CouncilDocuments
{
    /// <summary>What the visitor filters by.</summary>
    public const string Kind = "ratsarchiv";

    private const int Order = 1000;

    public static IEnumerable<SearchDocument> Of(PublicCouncil council) => council.Bodies
        .SelectMany(body => body.Papers.Select(OfPaper).Concat(body.Meetings.Select(OfMeeting)))
        .GroupBy(document => document.Group)
        .SelectMany(group => group.OrderBy(document => document.Address, StringComparer.Ordinal).Select((document, slot) => document with { Slot = slot }));

    private static SearchDocument OfPaper(Paper paper)
    {
        var content = paper.Content;
        var references = string.Join(' ', paper.FileReferences.Select(reference => reference.Text));
        var keywords = $"Vorlage {paper.Label} {paper.Body.Label} {content.Department} {references}";
        var hash = new HashBuilder().Add(content.Title.Value).Add(content.Text.FirstParagraph).Add(keywords).Add(paper.Text.Reference.Hash).ToHash();
        return new SearchDocument(GroupOf(paper.Day), 0, hash)
        {
            Title = content.Title.Value,
            Summary = content.Text.FirstParagraph,
            Keywords = keywords,
            Body = paper.Text.Reference,
            Address = paper.Route.Path,
            Label = $"{paper.Label}, {paper.Body.Label}",
            Date = paper.Day,
            Jumps = JumpsOf(paper.Reference),
        };
    }

    private static SearchDocument OfMeeting(Meeting meeting)
    {
        var committees = string.Join(", ", meeting.Organizations.Select(organization => organization.Entry.Name.Value));
        var agenda = string.Join(" · ", meeting.Agenda.Select(item => item.Entry.Title.Value));
        var keywords = $"{committees} {meeting.Body.Label}";
        var hash = new HashBuilder().Add(meeting.Label).Add(agenda).Add(keywords).Add(meeting.Text.Reference.Hash).ToHash();
        return new SearchDocument(GroupOf(meeting.Day), 0, hash)
        {
            Title = meeting.Label,
            Summary = agenda,
            Keywords = keywords,
            Body = meeting.Text.Reference,
            Address = meeting.Route.Path,
            Label = meeting.Body.Label,
            Date = meeting.Day,
        };
    }

    private static SearchGroup GroupOf(DateOnly? day) => new(Kind, day?.Year ?? 0, Order);

    /// <summary>References are opaque; only those that look like a number can be told apart from words.</summary>
    private static ImmutableArray<string> JumpsOf(string reference) => NumberLike().IsMatch(reference) ? [reference.ToLowerInvariant()] : [];

    [GeneratedRegex(@"^[0-9][0-9A-Za-z_./-]*$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberLike();
}
