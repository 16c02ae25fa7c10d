using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.Council;

/// <summary>The page of each meeting: the public agenda, apart from the parts for members and for nobody.</summary>
internal static class MeetingPages
{
    public static IEnumerable<Page> Plan(PageContext context, Body body) =>
        body.Meetings.Select(meeting => new TemplatePage(meeting.Route, "council-meeting", () => Meeting(context, meeting), meeting.Source));

    private static MeetingView Meeting(PageContext context, Meeting meeting)
    {
        var (body, words) = (meeting.Body, context.Words);
        var agenda = meeting.Agenda.ToLookup(item => item.IsMembersOnly && !meeting.IsMembersOnly, item => Item(context, item));
        var date = context.Date(meeting.Day);
        var description = words.Fill(
            "council.meetingDescription",
            ("title", meeting.Label),
            ("body", body.Content.Name.Value),
            ("date", date.Text),
            ("committee", meeting.Organizations[0].Entry.Name.Value));
        return new MeetingView(
            HeadBuilder.Build(context, new HeadInput(
                meeting.Route,
                Addresses.Council,
                words.Fill("council.meetingTitle", ("title", meeting.Label), ("date", date.Short), ("body", body.Label)),
                description,
                CouncilYearPages.Above(context, body, meeting.Day))
            {
                ShortTitle = words.Fill("council.meetingShort", ("committee", meeting.Organizations[0].Label), ("date", date.Short)),
                Feed = CouncilParts.Feed(context, body),
                StructuredData = json =>
                {
                    json.WriteString("@type", "Event");
                    json.WriteString("name", meeting.Label);
                    json.WriteString("startDate", meeting.HasTime
                        ? GermanTime.WithOffset(meeting.Content.Start.Value).ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture)
                        : date.Iso);
                    json.WriteString("eventStatus", meeting.Content.IsCancelled ? "https://schema.org/EventCancelled" : "https://schema.org/EventScheduled");
                    HeadBuilder.WriteAddress(json, "url", context, meeting.Route);
                },
            }),
            CouncilParts.Frame(context, body),
            words.Fill("council.kicker", ("body", body.Label), ("type", words["council.meetings"])),
            meeting.Label,
            date,
            CouncilParts.Time(context, meeting),
            CouncilParts.PlaceText(meeting.Content.Place),
            meeting.Content.IsCancelled,
            CouncilParts.IsUpcoming(context, meeting.Day),
            [.. meeting.Organizations.Select(organization => CouncilParts.Link(context, organization))],
            meeting.Content.Text.HasText ? ItemViews.Body(context, meeting.Text) : null,
            [.. agenda[false]],
            [.. agenda[true]],
            meeting.HasClosedPart,
            [.. meeting.ClosedItems.Select(item => new ClosedItemView(item.Number ?? "", item.Title))],
            CouncilParts.Files(context, meeting.Files, meeting.HasLockedFiles ? meeting.Route : default));
    }

    private static AgendaItemView Item(PageContext context, AgendaItem item) => new(
        CouncilParts.ItemId(item),
        item.Entry.Number ?? "",
        item.Entry.Title.Value,
        item.Paper is { } paper ? new LinkView(paper.Label, context.Href(paper.Route)) : null,
        item.Consultation?.Result ?? item.Entry.Result ?? "",
        item.Entry.Resolution ?? "",
        CouncilParts.Files(context, item.Files));
}
