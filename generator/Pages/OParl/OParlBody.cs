using System.Globalization;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.OParl;

/// <summary>All objects of one municipality, each with its dates.</summary>
internal sealed class OParlBody
{
    private readonly Body body;
    private readonly OParlWriter writer;
    private readonly Dictionary<OParlKind, Dictionary<string, OParlObject>> objects = OParlKind.All.ToDictionary(kind => kind, _ => new Dictionary<string, OParlObject>(StringComparer.Ordinal));
    private readonly Dictionary<OParlKind, Route> folders;

    public OParlBody(PageContext context, Body body)
    {
        this.body = body;
        writer = new OParlWriter(context, this);
        folders = OParlKind.All.ToDictionary(kind => kind, kind => Addresses.OParlObjects(Folder, kind.Name));
        AddAll();
        AddDeleted();
    }

    public string Folder => body.Content.Folder;

    /// <summary>Gets all objects that are there, and those that were deleted.</summary>
    public IEnumerable<OParlObject> Objects => OParlKind.All.SelectMany(kind => objects[kind].Values);

    public OParlObject Own => objects[OParlKind.Body]["body"];

    public OParlObject Find(OParlKind kind, string key) => objects[kind][key];

    public Route RouteOf(OParlKind kind, string key) => folders[kind].File(key + ".json");

    /// <summary>The legislative terms with their keys.</summary>
    public IEnumerable<(LegislativeTerm Term, string Key)> Terms() => body.Content.LegislativeTerms
        .Select((term, i) => (term, Slug.Of(term.Name) is { Length: > 0 } slug ? slug : "term-" + (i + 1).ToString(CultureInfo.InvariantCulture)))
        .DistinctBy(pair => pair.Item2);

    /// <summary>The same place is the same object: its key is the slug of all that is known of it, and a hash where that is long.</summary>
    public static string KeyOf(Place place)
    {
        const int LongestSlug = 60;
        var text = string.Join(' ', new[] { place.Description, place.Room, place.Street, place.PostalCode, place.Locality }.OfType<string>());
        var slug = Slug.Of(text);
        return slug.Length is > 0 and <= LongestSlug
            ? slug
            : slug[..Math.Min(slug.Length, LongestSlug)].TrimEnd('-') + "-" + ContentHash.Of(text).High.ToString("x16", CultureInfo.InvariantCulture)[..8];
    }

    private void AddAll()
    {
        Add(OParlKind.Body, "body", body.Content.Record, null, body);
        foreach (var (term, key) in Terms())
        {
            Add(OParlKind.LegislativeTerm, key, term.Record, term.Start, term);
        }

        foreach (var organization in body.Organizations)
        {
            Add(OParlKind.Organization, organization.Entry.Slug, organization.Entry.Record, organization.Entry.Start, organization);
        }

        foreach (var person in body.Persons)
        {
            Add(OParlKind.Person, person.Entry.Slug, person.Entry.Record, null, person);
            foreach (var membership in person.Memberships)
            {
                Add(OParlKind.Membership, membership.Key, membership.Entry.Record, membership.Entry.Start, membership);
            }
        }

        foreach (var meeting in body.Meetings)
        {
            Add(meeting);
        }

        foreach (var paper in body.Papers)
        {
            Add(paper);
        }
    }

    private void Add(Meeting meeting)
    {
        Add(OParlKind.Meeting, meeting.Slug, meeting.Content.Record, meeting.Day, meeting);
        foreach (var item in meeting.Agenda)
        {
            Add(OParlKind.AgendaItem, item.Key, item.Entry.Record, meeting.Day, item);
            AddFiles(item.Files, meeting.Day);
        }

        AddFiles(meeting.Files, meeting.Day);
        if (!meeting.Content.Place.IsEmpty && KeyOf(meeting.Content.Place) is var key && !objects[OParlKind.Location].ContainsKey(key))
        {
            Add(OParlKind.Location, key, RecordDates.None, null, meeting.Content.Place);
        }
    }

    private void Add(Paper paper)
    {
        Add(OParlKind.Paper, paper.Slug, paper.Content.Record, paper.Day, paper);
        foreach (var consultation in paper.Consultations)
        {
            Add(OParlKind.Consultation, consultation.Key, consultation.Entry.Record, consultation.Day ?? paper.Day, consultation);
        }

        AddFiles(paper.Files, paper.Day);
    }

    private void AddFiles(IEnumerable<CouncilFile> files, DateOnly? day)
    {
        foreach (var file in files)
        {
            Add(OParlKind.File, file.Slug, file.Entry.Record, file.Entry.Date ?? day, file);
        }
    }

    /// <summary>What was withdrawn, and what the record knows but the archive does not have any more, stays as deleted.</summary>
    private void AddDeleted()
    {
        foreach (var tombstone in body.Tombstones)
        {
            var kind = KindOf(tombstone.Kind);
            if (!objects[kind].ContainsKey(tombstone.Key))
            {
                AddDeleted(kind, tombstone.Key, tombstone.Record, tombstone.Withdrawal.Date, isWithdrawn: true);
            }
        }

        foreach (var person in body.WithdrawnPersons)
        {
            AddDeleted(OParlKind.Person, person.Key, person.Record, person.Withdrawal.Date, isWithdrawn: true);
        }

        foreach (var (name, entry) in body.State.Objects)
        {
            var slash = name.IndexOf('/', StringComparison.Ordinal);
            if (OParlKind.All.FirstOrDefault(kind => slash > 0 && name.AsSpan(0, slash).SequenceEqual(kind.Name)) is { } kind && !objects[kind].ContainsKey(name[(slash + 1)..]))
            {
                var key = name[(slash + 1)..];
                AddDeleted(kind, key, RecordDates.None, DateOnly.FromDateTime(entry.Created.DateTime), WentWithAnother(kind, key));
            }
        }
    }

    /// <summary>Tells whether an object is gone because what it belonged to was withdrawn. Places go with the last meeting held there.</summary>
    private bool WentWithAnother(OParlKind kind, string key)
    {
        bool IsOf(CouncilTombstone tombstone) => tombstone.Kind switch
        {
            CouncilKind.Paper => (kind == OParlKind.Consultation || kind == OParlKind.File) && key.StartsWith(tombstone.Key + "-", StringComparison.Ordinal),
            CouncilKind.Meeting => (kind == OParlKind.AgendaItem || kind == OParlKind.File) && key.StartsWith(tombstone.Key + "-", StringComparison.Ordinal),
            CouncilKind.Organization => (kind == OParlKind.Membership || kind == OParlKind.Consultation) && key.Contains("-" + tombstone.Key, StringComparison.Ordinal),
            _ => false,
        };

        // The address part of a withdrawn person says no name any more, so it may not be the recorded one.
        return kind == OParlKind.Location || ((kind == OParlKind.Person || kind == OParlKind.Membership) && !body.WithdrawnPersons.IsEmpty) || body.Tombstones.Any(IsOf);
    }

    private void AddDeleted(OParlKind kind, string key, RecordDates record, DateOnly day, bool isWithdrawn)
    {
        var (created, modified) = DatesOf(kind, key, record, day);

        // Whoever asks for changes must hear of it, even before the record is brought up to date.
        var since = GermanTime.WithOffset(day.ToDateTime(TimeOnly.MinValue));
        Add(kind, key, null, created, modified < since ? since : modified, isWithdrawn);
    }

    private static OParlKind KindOf(CouncilKind kind) => kind switch
    {
        CouncilKind.Paper => OParlKind.Paper,
        CouncilKind.Meeting => OParlKind.Meeting,
        CouncilKind.File => OParlKind.File,
        _ => OParlKind.Organization,
    };

    /// <summary>Adds an object with its recorded dates, else those that it brought along, else those of the content.</summary>
    private void Add(OParlKind kind, string key, RecordDates record, DateOnly? day, object subject)
    {
        var (created, modified) = DatesOf(kind, key, record, day);
        Add(kind, key, subject, created, modified, isWithdrawn: false);
    }

    private void Add(OParlKind kind, string key, object? subject, DateTimeOffset created, DateTimeOffset modified, bool isWithdrawn)
    {
        var route = kind == OParlKind.Body ? Addresses.OParlObject(Folder, kind.Name, key) : RouteOf(kind, key);
        objects[kind][key] = new OParlObject(writer, kind, key, route, subject)
        {
            Created = created,
            Modified = modified < created ? created : modified,
            IsWithdrawn = isWithdrawn,
        };
    }

    private (DateTimeOffset Created, DateTimeOffset Modified) DatesOf(OParlKind kind, string key, RecordDates record, DateOnly? day) =>
        body.State.Objects.Count > 0 && body.State.Objects.TryGetValue(kind.Name + "/" + key, out var entry) ? (entry.Created, entry.Modified) : Guess(record, day);

    private (DateTimeOffset Created, DateTimeOffset Modified) Guess(RecordDates record, DateOnly? day)
    {
        var created = record.Created ?? (day ?? body.Content.Updated ?? new DateOnly(2000, 1, 1)).ToDateTime(TimeOnly.MinValue);
        return (GermanTime.WithOffset(created), GermanTime.WithOffset(record.Modified ?? created));
    }
}
