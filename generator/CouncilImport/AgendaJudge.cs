using System.Collections.Immutable;

namespace Fachinfo.CouncilImport;

/// <summary>An agenda item with the decision about it.</summary>
internal sealed record JudgedItem(OParlObject Item, Publicity Publicity);

/// <summary>The agenda of a meeting in its order, without headings.</summary>
/// <param name="IsClosed">Whether the meeting as a whole is closed.</param>
internal sealed record JudgedAgenda(ImmutableArray<JudgedItem> Items, bool IsClosed);

/// <summary>Decides for each agenda item whether it is public.</summary>
internal sealed class AgendaJudge(OParlStore store, FieldValues values, UnknownVisibility unknown)
{
    private const long LargestOrder = 10_000;

    private readonly ILookup<string, OParlObject> byMeeting = store.All("AgendaItem")
        .SelectMany(item => item.LinksOf("meeting").Select(meeting => (Meeting: meeting, Item: item)))
        .ToLookup(pair => pair.Meeting, pair => pair.Item, StringComparer.Ordinal);

    public JudgedAgenda Judge(OParlObject meeting)
    {
        var listed = store.Follow(meeting, "agendaItem").Concat(byMeeting[meeting.Id]).Distinct().ToList();
        var ordered = Sort(meeting, listed);
        var closed = AfterHeading(listed);
        closed.UnionWith(AfterHeading(ordered));
        var isClosed = ClosedParts.IsClosedMeeting(values.Line(meeting, "name") ?? "");
        if (isClosed)
        {
            values.Report.Note(Deviations.ClosedByName, values.Line(meeting, "name") ?? meeting.Id);
        }

        var items = ImmutableArray.CreateBuilder<JudgedItem>(ordered.Count);
        foreach (var item in ordered)
        {
            if (IsHeading(item))
            {
                values.Report.Note(Deviations.PseudoItem, NameOf(item));
                continue;
            }

            items.Add(new JudgedItem(item, Decide(item, closed.Contains(item), isClosed)));
        }

        NoteNumbers(items);
        return new JudgedAgenda(items.ToImmutable(), isClosed);
    }

    private Publicity Decide(OParlObject item, bool isAfterHeading, bool isInClosedMeeting)
    {
        var written = values.Switch(item, "public");
        if (written is null)
        {
            values.Report.Note(Deviations.PublicMissing, NameOf(item));
        }

        var (publicity, rule) = (written, isAfterHeading, isInClosedMeeting) switch
        {
            (false, _, _) => (Publicity.Nonpublic, "Tagesordnungspunkte nichtöffentlich: „public: false“"),
            (_, true, _) => (Publicity.Nonpublic, "Tagesordnungspunkte nichtöffentlich: nach der Überschrift „Nichtöffentliche Sitzung“"),
            (_, _, true) => (Publicity.Nonpublic, "Tagesordnungspunkte nichtöffentlich: laut Name der Sitzung"),
            (true, _, _) => (Publicity.Public, "Tagesordnungspunkte öffentlich: „public: true“"),
            _ when unknown == UnknownVisibility.Hold => (Publicity.Held, "Tagesordnungspunkte zurückgehalten: keine Angabe"),
            _ => (Publicity.Public, "Tagesordnungspunkte öffentlich: keine Angabe, ohne Anmeldung abrufbar"),
        };
        values.Report.CountVisibility(rule);
        return publicity;
    }

    /// <summary>Sorts by <c>order</c> where that says something; else the order of the list holds.</summary>
    private List<OParlObject> Sort(OParlObject meeting, List<OParlObject> items)
    {
        var orders = items.Select(item => values.Integer(item, "order")).ToList();
        if (items.Count == 0 || orders.Contains(null) || orders.Distinct().Count() < orders.Count)
        {
            if (items.Count > 0)
            {
                values.Report.Note(Deviations.OrderUnusable, meeting.Id);
            }

            return items;
        }

        if (orders.Max() > LargestOrder)
        {
            values.Report.Note(Deviations.OrderLarge, meeting.Id);
        }
        else if (orders.Min() == 1)
        {
            values.Report.Note(Deviations.OrderFromOne, meeting.Id);
        }

        return [.. items.Zip(orders).OrderBy(pair => pair.Second).Select(pair => pair.First)];
    }

    private HashSet<OParlObject> AfterHeading(IEnumerable<OParlObject> items)
    {
        var closed = new HashSet<OParlObject>();
        var isClosed = false;
        foreach (var item in items)
        {
            if (ClosedParts.IsClosedHeading(NameOf(item)))
            {
                isClosed = true;
            }
            else if (ClosedParts.IsOpenHeading(NameOf(item)))
            {
                isClosed = false;
            }
            else if (isClosed)
            {
                closed.Add(item);
            }
        }

        return closed;
    }

    private void NoteNumbers(ImmutableArray<JudgedItem>.Builder items)
    {
        var numbers = items.Select(item => values.Line(item.Item, "number")).OfType<string>().ToList();
        if (numbers.Distinct(StringComparer.Ordinal).Count() < numbers.Count)
        {
            values.Report.Note(Deviations.NumbersRestart, items[0].Item.Id);
        }
    }

    private bool IsHeading(OParlObject item) => ClosedParts.IsClosedHeading(NameOf(item)) || ClosedParts.IsOpenHeading(NameOf(item));

    private string NameOf(OParlObject item) => values.Line(item, "name") ?? "";
}
