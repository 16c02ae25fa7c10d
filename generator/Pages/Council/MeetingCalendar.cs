using System.Globalization;
using System.Text;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Pages.Feeds;

namespace Fachinfo.Pages.Council;

/// <summary>The meetings of an organization as iCalendar (RFC 5545): CRLF, lines of at most 75 octets, the same bytes on every day.</summary>
internal static class MeetingCalendar
{
    private const int LongestLine = 75;

    public static IEnumerable<Page> Plan(PageContext context, Organization organization) => organization.Body.MeetingsOf(organization).Any()
        ? [new TextPage(Addresses.CouncilCalendar(organization.Route), "calendar", () => Write(context, organization), organization.Body.Source)]
        : [];

    private static string Write(PageContext context, Organization organization)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//fachinfo//Ratsarchiv//DE");
        Line(text, "NAME:" + Escape(organization.Entry.Name.Value));
        Line(text, "X-WR-CALNAME:" + Escape(organization.Entry.Name.Value));
        foreach (var meeting in organization.Body.MeetingsOf(organization).Reverse())
        {
            WriteEvent(context, meeting, text);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void WriteEvent(PageContext context, Meeting meeting, StringBuilder text)
    {
        var content = meeting.Content;
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + FeedIds.Council(context.Site.Configuration, meeting.Body.Content.Folder, "meeting/" + meeting.Slug));

        // The stamp says when the event was written down last; the content knows that, a clock does not.
        Line(text, "DTSTAMP:" + Utc(content.Record.Modified ?? content.Record.Created ?? meeting.Day.ToDateTime(TimeOnly.MinValue)));
        if (meeting.HasTime)
        {
            Line(text, "DTSTART:" + Utc(content.Start.Value));
            if (content.End is { } end && end > content.Start.Value)
            {
                Line(text, "DTEND:" + Utc(end));
            }
        }
        else
        {
            Line(text, "DTSTART;VALUE=DATE:" + meeting.Day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
        }

        Line(text, "SUMMARY:" + Escape(meeting.Label));
        if (CouncilParts.PlaceText(content.Place) is { Length: > 0 } place)
        {
            Line(text, "LOCATION:" + Escape(place));
        }

        if (content.IsCancelled)
        {
            Line(text, "STATUS:CANCELLED");
        }

        Line(text, "URL:" + context.Absolute(meeting.Route));
        Line(text, "END:VEVENT");
    }

    private static string Utc(DateTime local) => GermanTime.WithOffset(local).UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    /// <summary>RFC 5545, section 3.3.11.</summary>
    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>Writes a line, folded where it is longer than 75 octets (section 3.1), never inside a letter.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
