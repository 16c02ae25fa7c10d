using System.Globalization;
using System.Text;

namespace Fachinfo.Bench.Council;

/// <summary>A site with the archive of one municipality, as an import would have left it: the same bytes for the same counts and seed.</summary>
internal sealed class CouncilCorpus
{
    public const string Municipality = "ratsarchiv/musterstadt";

    /// <summary>An association has some notices, else there would be no series, rubrics and feeds.</summary>
    private const int Notices = 100;

    private readonly string folder;
    private readonly CouncilPlan plan;
    private readonly CouncilTexts texts;

    private CouncilCorpus(string folder, CouncilPlan plan)
    {
        this.folder = folder;
        this.plan = plan;
        texts = new CouncilTexts(plan.Seed);
    }

    public static void Write(string folder, CouncilPlan plan)
    {
        Corpus.Write(folder, Notices, plan.Seed, "oparl: ja\n");
        var corpus = new CouncilCorpus(folder, plan);
        corpus.Write("kommune.yml", "name: Stadt Musterstadt\nkurzname: Musterstadt\nags: \"05999999\"\nlizenz: https://www.govdata.de/dl-de/zero-2-0\naktualisiert: 2025-12-31\n");
        corpus.Write("gremien.yml", string.Concat(Committee.All.Select(one => $"- {{name: {one.Name}, kurzname: {one.ShortName}, adressteil: {one.Slug}, art: {(one.Index == 0 ? "rat" : "ausschuss")}}}\n")));
        foreach (var paper in plan.Papers)
        {
            corpus.WritePaper(paper);
        }

        foreach (var meeting in plan.Meetings)
        {
            corpus.WriteMeeting(meeting);
        }
    }

    private void WritePaper(PlannedPaper paper)
    {
        var year = paper.Date.Year;
        var text = new StringBuilder("---\n");
        Line(text, $"titel: {paper.Title}");
        Line(text, $"nummer: {paper.Reference}");
        Line(text, $"art: {paper.Type}");
        Line(text, $"datum: {Iso(paper.Date)}");
        Line(text, $"amt: Amt {paper.Department}");
        Line(text, $"zugang: öffentlich");
        Line(text, $"beratungen:");
        foreach (var station in paper.Stations)
        {
            Line(text, $"  - {{gremium: {station.Meeting.Committee.Slug}, datum: {Iso(station.Meeting.Date)}, top: \"{station.Top}\", rolle: {station.Role}, ergebnis: \"{station.Result}\"}}");
        }

        Line(text, $"dateien:");
        for (var i = 0; i < paper.Files; i++)
        {
            var file = paper.FirstFile + i;
            var sidecar = $"{paper.Key}-{i + 1}.pdf.inhalt.txt";
            Line(text, $"  - url: https://ris.musterstadt.example/datei/{file}");
            Line(text, $"    titel: {(i == 0 ? $"{paper.Type} {paper.Reference}" : $"Anlage {i}")}");
            Line(text, $"    dateiname: {paper.Key}-{i + 1}.pdf");
            Line(text, $"    mimetyp: application/pdf");
            Line(text, $"    größe: {40_000 + (file * 7919 % 2_000_000)}");
            Line(text, $"    textdatei: {sidecar}");
            Line(text, $"    zugang: öffentlich");
            Line(text, $"    id: https://ris.musterstadt.example/oparl/file/{file}");
            Line(text, $"    erstellt: {Iso(paper.Date)}T09:12:00");
            Line(text, $"    geändert: {Iso(paper.Date.AddDays(1))}T14:30:00");
            Write($"vorlagen/{year}/{sidecar}", texts.OfFile(file));
        }

        Line(text, $"id: https://ris.musterstadt.example/oparl/paper/{paper.Key}");
        Line(text, $"erstellt: {Iso(paper.Date)}T08:00:00");
        Line(text, $"geändert: {Iso(paper.Date.AddDays(1))}T14:35:00");
        Write($"vorlagen/{year}/{paper.Key}.md", text.Append("---\n").ToString());
    }

    private void WriteMeeting(PlannedMeeting meeting)
    {
        var text = new StringBuilder("---\n");
        Line(text, $"name: {meeting.Number}. Sitzung {meeting.Committee.ShortName}");
        Line(text, $"gremium: {meeting.Committee.Slug}");
        Line(text, $"beginn: {Iso(meeting.Date)} 18:00");
        Line(text, $"ende: {Iso(meeting.Date)} 20:30");
        Line(text, $"ort: Rathaus, Sitzungssaal {1 + (meeting.Committee.Index % 4)}");
        Line(text, $"tagesordnung:");
        Line(text, $"  - {{top: \"1\", titel: Einwohnerfragestunde, zugang: öffentlich}}");
        for (var i = 0; i < meeting.Agenda.Count; i++)
        {
            Line(text, $"  - {{top: \"{i + 2}\", titel: \"{meeting.Agenda[i].Title}\", zugang: öffentlich, vorlage: {meeting.Agenda[i].Reference}}}");
        }

        Line(text, $"  - {{titel: Nichtöffentlicher Teil, zugang: nichtöffentlich}}");
        Line(text, $"id: https://ris.musterstadt.example/oparl/meeting/{meeting.Key}");
        Write($"sitzungen/{meeting.Date.Year}/{meeting.Key}.md", text.Append("---\n").ToString());
    }

    private void Write(string path, string text) => Corpus.Write(folder, $"{Municipality}/{path}", text);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
