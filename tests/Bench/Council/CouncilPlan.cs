using System.Globalization;

namespace Fachinfo.Bench.Council;

/// <summary>Which papers, meetings and committees a municipality has: some 800 papers a year, counted back from the end of 2025.</summary>
internal sealed class CouncilPlan
{
    private const int NewestYear = 2025;
    private const int PapersInYear = 800;
    private const int MeetingsInYear = 8;
    private const int DaysBetweenMeetings = 44;
    private const int LastDay = 355;

    /// <summary>A stream of chance of its own: notices have the years, texts the numbers after this one.</summary>
    private const int PaperStream = 1;

    private static readonly string[] Types = ["Beschlussvorlage", "Beschlussvorlage", "Beschlussvorlage", "Mitteilungsvorlage", "Mitteilung", "Antrag", "Anfrage", "Tischvorlage"];

    private readonly List<PlannedMeeting>[] meetings = [.. Committee.All.Select(_ => new List<PlannedMeeting>())];

    public CouncilPlan(int papers, int files, int seed)
    {
        Seed = seed;
        var years = Math.Max(1, (papers + PapersInYear - 1) / PapersInYear);
        FirstYear = NewestYear - years + 1;
        PlanMeetings(years);
        Papers = [.. Enumerable.Range(0, papers).Select(index => PlanPaper(index, papers, files))];
    }

    public int Seed { get; }

    public int FirstYear { get; }

    /// <summary>Gets the papers, the oldest first.</summary>
    public IReadOnlyList<PlannedPaper> Papers { get; }

    public IEnumerable<PlannedMeeting> Meetings => meetings.SelectMany(ofCommittee => ofCommittee);

    private void PlanMeetings(int years)
    {
        foreach (var committee in Committee.All)
        {
            for (var i = 0; i < years * MeetingsInYear; i++)
            {
                var date = new DateOnly(FirstYear + (i / MeetingsInYear), 1, 10).AddDays((i % MeetingsInYear * DaysBetweenMeetings) + committee.Index);
                meetings[committee.Index].Add(new PlannedMeeting(committee, date, (i % MeetingsInYear) + 1));
            }
        }
    }

    private PlannedPaper PlanPaper(int index, int papers, int files)
    {
        var chance = Chance.Of(Seed, PaperStream, index);
        var number = (index % PapersInYear) + 1;
        var date = new DateOnly(FirstYear + (index / PapersInYear), 1, 1).AddDays((number - 1) * LastDay / PapersInYear);
        var (firstFile, nextFile) = ((int)((long)index * files / papers), (int)((long)(index + 1) * files / papers));
        var paper = new PlannedPaper(number, date, chance.Pick(Types), new GermanWords(chance).Title(), 10 + chance.Below(50), firstFile, nextFile - firstFile);
        Consult(paper, chance);
        return paper;
    }

    /// <summary>A paper goes to one committee, and often to a second one and the council after it.</summary>
    private void Consult(PlannedPaper paper, Chance chance)
    {
        List<(int Committee, string Role)> wanted = [(1 + chance.Below(Committee.All.Length - 1), "Vorberatung")];
        if (chance.Percent(30))
        {
            wanted.Add((1 + chance.Below(Committee.All.Length - 1), "Anhörung"));
        }

        if (chance.Percent(60))
        {
            wanted.Add((0, "Entscheidung"));
        }

        var after = paper.Date.AddDays(7);
        foreach (var (committee, role) in wanted)
        {
            if (meetings[committee].Find(meeting => meeting.Date >= after) is not { } next)
            {
                return;
            }

            next.Agenda.Add(paper);
            paper.Stations.Add(new Station(next, next.Agenda.Count + 1, role, PickResult(chance)));
            after = next.Date.AddDays(1);
        }
    }

    private static string PickResult(Chance chance) => chance.Below(4) switch
    {
        0 => "zur Kenntnis genommen",
        1 => $"einstimmig beschlossen, {chance.Below(4)} Enthaltungen",
        2 => "ungeändert beschlossen",
        _ => "mehrheitlich beschlossen",
    };
}

/// <summary>A committee; the first one is the council.</summary>
internal sealed record Committee(int Index, string Slug, string ShortName, string Name)
{
    public static readonly Committee[] All =
    [
        .. new[]
        {
            ("rat", "Rat", "Rat der Stadt"), ("haupt", "Hauptausschuss", "Haupt- und Finanzausschuss"), ("bau", "Bauausschuss", "Ausschuss für Bauen und Verkehr"),
            ("planung", "Planungsausschuss", "Ausschuss für Stadtplanung"), ("umwelt", "Umweltausschuss", "Ausschuss für Umwelt und Klima"),
            ("schule", "Schulausschuss", "Ausschuss für Schule und Bildung"), ("kultur", "Kulturausschuss", "Ausschuss für Kultur und Stadtmarketing"),
            ("sport", "Sportausschuss", "Ausschuss für Sport und Bäder"), ("soziales", "Sozialausschuss", "Ausschuss für Soziales und Gesundheit"),
            ("jugend", "Jugendhilfeausschuss", "Jugendhilfeausschuss der Stadt"), ("rechnung", "Rechnungsprüfungsausschuss", "Ausschuss für Rechnungsprüfung"),
            ("wahl", "Wahlausschuss", "Wahlausschuss der Stadt"), ("betrieb", "Betriebsausschuss", "Betriebsausschuss Abwasser"),
            ("digital", "Digitalausschuss", "Ausschuss für Digitalisierung"), ("nord", "Bezirk Nord", "Bezirksvertretung Nord"), ("sued", "Bezirk Süd", "Bezirksvertretung Süd"),
            ("ost", "Bezirk Ost", "Bezirksvertretung Ost"), ("west", "Bezirk West", "Bezirksvertretung West"), ("integration", "Integrationsrat", "Integrationsrat der Stadt"),
            ("senioren", "Seniorenbeirat", "Beirat für Seniorinnen und Senioren"),
        }.Select((one, index) => new Committee(index, one.Item1, one.Item2, one.Item3)),
    ];
}

/// <param name="Number">Its number in the year, from 1.</param>
/// <param name="Department">The number of the department.</param>
/// <param name="FirstFile">The number of its first file among all files.</param>
internal sealed record PlannedPaper(int Number, DateOnly Date, string Type, string Title, int Department, int FirstFile, int Files)
{
    public string Reference { get; } = string.Create(CultureInfo.InvariantCulture, $"{Number}/{Date.Year}");

    /// <summary>Gets what its file is called, and the last part of its address: <c>0145-2024</c>.</summary>
    public string Key { get; } = string.Create(CultureInfo.InvariantCulture, $"{Number:0000}-{Date.Year}");

    public List<Station> Stations { get; } = [];
}

/// <param name="Top">The number on the agenda.</param>
internal sealed record Station(PlannedMeeting Meeting, int Top, string Role, string Result);

/// <param name="Number">Its number in the year.</param>
internal sealed record PlannedMeeting(Committee Committee, DateOnly Date, int Number)
{
    /// <summary>Gets the papers on the agenda, in order; number 1 is the question time for residents.</summary>
    public List<PlannedPaper> Agenda { get; } = [];

    /// <summary>Gets <c>2024-05-07-kultur</c>.</summary>
    public string Key { get; } = $"{Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}-{Committee.Slug}";
}
