using System.Buffers;
using System.Globalization;
using System.Text;

namespace Fachinfo.Pages.Calendars;

/// <summary>iCalendar (RFC 5545): lines end with CRLF and are folded at 75 octets, never within a character.</summary>
public static class CalendarFormat
{
    private const int LongestLine = 75;

    /// <param name="name">What calendars call it (RFC 7986, and the older form that most still read).</param>
    /// <param name="events">At least one: the grammar knows no empty calendar.</param>
    public static void Write(string name, IEnumerable<CalendarEvent> events, IBufferWriter<byte> into)
    {
        Line(into, "BEGIN:VCALENDAR");
        Line(into, "VERSION:2.0");
        Line(into, "PRODID:-//fachinfo//fachinfo//DE");
        Line(into, "CALSCALE:GREGORIAN");
        Line(into, "METHOD:PUBLISH");
        Line(into, "NAME:" + Text(name));
        Line(into, "X-WR-CALNAME:" + Text(name));
        Line(into, "REFRESH-INTERVAL;VALUE=DURATION:P1D");
        Line(into, "X-PUBLISHED-TTL:P1D");
        foreach (var one in events)
        {
            WriteEvent(one, into);
        }

        Line(into, "END:VCALENDAR");
    }

    private static void WriteEvent(CalendarEvent one, IBufferWriter<byte> into)
    {
        Line(into, "BEGIN:VEVENT");
        Line(into, "UID:" + one.Uid);
        Line(into, "DTSTAMP:" + Day(one.Stamp) + "T000000Z");
        Line(into, "LAST-MODIFIED:" + Day(one.Stamp) + "T000000Z");
        Line(into, "DTSTART;VALUE=DATE:" + Day(one.Day));
        if (one.Day < DateOnly.MaxValue)
        {
            // The end of a whole day is the next one, which is not part of it.
            Line(into, "DTEND;VALUE=DATE:" + Day(one.Day.AddDays(1)));
        }

        Line(into, "SUMMARY:" + Text(one.Summary));
        Line(into, "DESCRIPTION:" + Text(one.Description));
        Line(into, "URL:" + one.Address);
        if (!one.Categories.IsEmpty)
        {
            Line(into, "CATEGORIES:" + string.Join(',', one.Categories.Select(Text)));
        }

        Line(into, "CLASS:PUBLIC");
        Line(into, "TRANSP:TRANSPARENT");
        if (one.ReminderDays > 0)
        {
            Line(into, "BEGIN:VALARM");
            Line(into, "ACTION:DISPLAY");
            Line(into, "DESCRIPTION:" + Text(one.Summary));
            Line(into, "TRIGGER:-P" + one.ReminderDays.ToString(CultureInfo.InvariantCulture) + "D");
            Line(into, "END:VALARM");
        }

        Line(into, "END:VEVENT");
    }

    private static string Day(DateOnly date) => date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    /// <summary>Escapes a value of type TEXT (section 3.3.11) and leaves control characters out.</summary>
    private static string Text(string value)
    {
        var text = new StringBuilder(value.Length + 16);
        foreach (var character in value.ReplaceLineEndings("\n"))
        {
            _ = character switch
            {
                '\\' or ';' or ',' => text.Append('\\').Append(character),
                '\n' => text.Append("\\n"),
                _ => char.IsControl(character) ? text : text.Append(character),
            };
        }

        return text.ToString();
    }

    /// <summary>Writes a line; what goes on after 75 octets starts with a blank (section 3.1).</summary>
    private static void Line(IBufferWriter<byte> into, string line)
    {
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(line);
        for (var room = LongestLine; rest.Length > room; room = LongestLine - 1)
        {
            var end = room;
            while ((rest[end] & 0xC0) == 0x80)
            {
                // Within a character: go back to its first octet.
                end--;
            }

            into.Write(rest[..end]);
            into.Write("\r\n "u8);
            rest = rest[end..];
        }

        into.Write(rest);
        into.Write("\r\n"u8);
    }
}
