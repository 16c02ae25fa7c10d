using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fachinfo.Bench.Council;

/// <summary>The same municipality as a folder of OParl JSON, as somebody would have saved it from a server: lists of a hundred.</summary>
internal sealed class CouncilJson
{
    private const string Server = "https://ris.musterstadt.example/oparl";
    private const string Schema = "https://schema.oparl.org/1.1/";
    private const int ListLength = 100;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string folder;
    private readonly CouncilTexts texts;

    private CouncilJson(string folder, CouncilPlan plan)
    {
        this.folder = folder;
        texts = new CouncilTexts(plan.Seed);
    }

    public static void Write(string folder, CouncilPlan plan)
    {
        var json = new CouncilJson(folder, plan);
        json.WriteList("body", [0], (to, _) => WriteBody(to));
        json.WriteList("organization", Committee.All, WriteOrganization);
        json.WriteList("paper", [.. plan.Papers], json.WritePaper);
        json.WriteList("meeting", [.. plan.Meetings.Where(meeting => meeting.Agenda.Count > 0)], WriteMeeting);
    }

    private void WriteList<T>(string kind, T[] items, Action<Utf8JsonWriter, T> write)
    {
        for (var page = 0; page * ListLength < items.Length; page++)
        {
            var buffer = new ArrayBufferWriter<byte>(1024 * 1024);
            using (var to = new Utf8JsonWriter(buffer, Options))
            {
                to.WriteStartObject();
                to.WriteStartArray("data");
                foreach (var item in items.Skip(page * ListLength).Take(ListLength))
                {
                    to.WriteStartObject();
                    write(to, item);
                    to.WriteEndObject();
                }

                to.WriteEndArray();
                to.WriteEndObject();
            }

            Corpus.Write(folder, string.Create(CultureInfo.InvariantCulture, $"{kind}?page={page + 1}.json"), buffer.WrittenSpan);
        }
    }

    private static void WriteBody(Utf8JsonWriter to)
    {
        Head(to, "Body", "body/1", new DateOnly(2014, 6, 1));
        to.WriteString("name", "Stadt Musterstadt");
        to.WriteString("ags", "05999999");
        to.WriteString("license", "https://www.govdata.de/dl-de/zero-2-0");
    }

    private static void WriteOrganization(Utf8JsonWriter to, Committee committee)
    {
        Head(to, "Organization", "organization/" + committee.Slug, new DateOnly(2014, 6, 1));
        to.WriteString("body", Server + "/body/1");
        to.WriteString("name", committee.Name);
        to.WriteString("shortName", committee.ShortName);
        to.WriteString("classification", committee.Index == 0 ? "Rat" : "Ausschuss");
    }

    private void WritePaper(Utf8JsonWriter to, PlannedPaper paper)
    {
        Head(to, "Paper", "paper/" + paper.Key, paper.Date);
        to.WriteString("body", Server + "/body/1");
        to.WriteString("name", paper.Title);
        to.WriteString("reference", paper.Reference);
        to.WriteString("date", Iso(paper.Date));
        to.WriteString("paperType", paper.Type);
        to.WriteStartArray("consultation");
        for (var i = 0; i < paper.Stations.Count; i++)
        {
            var station = paper.Stations[i];
            to.WriteStartObject();
            Head(to, "Consultation", ConsultationOf(paper, i), paper.Date);
            to.WriteString("meeting", $"{Server}/meeting/{station.Meeting.Key}");
            to.WriteString("agendaItem", $"{Server}/agendaitem/{station.Meeting.Key}-{Text(station.Top)}");
            to.WriteStartArray("organization");
            to.WriteStringValue($"{Server}/organization/{station.Meeting.Committee.Slug}");
            to.WriteEndArray();
            to.WriteString("role", station.Role);
            to.WriteEndObject();
        }

        to.WriteEndArray();
        WriteFiles(to, paper);
    }

    private void WriteFiles(Utf8JsonWriter to, PlannedPaper paper)
    {
        to.WriteStartArray("auxiliaryFile");
        for (var i = 0; i < paper.Files; i++)
        {
            var file = paper.FirstFile + i;
            to.WriteStartObject();
            Head(to, "File", "file/" + Text(file), paper.Date);
            to.WriteString("name", i == 0 ? $"{paper.Type} {paper.Reference}" : "Anlage " + Text(i));
            to.WriteString("fileName", $"{paper.Key}-{Text(i + 1)}.pdf");
            to.WriteString("mimeType", "application/pdf");
            to.WriteNumber("size", 40_000 + (file * 7919 % 2_000_000));
            to.WriteString("accessUrl", $"{Server}/datei/{Text(file)}");
            to.WriteString("text", texts.OfFile(file));
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }

    private static void WriteMeeting(Utf8JsonWriter to, PlannedMeeting meeting)
    {
        Head(to, "Meeting", "meeting/" + meeting.Key, meeting.Date);
        to.WriteString("name", $"{Text(meeting.Number)}. Sitzung {meeting.Committee.ShortName}");
        to.WriteString("start", Iso(meeting.Date) + "T18:00:00+01:00");
        to.WriteString("end", Iso(meeting.Date) + "T20:30:00+01:00");
        to.WriteStartArray("organization");
        to.WriteStringValue($"{Server}/organization/{meeting.Committee.Slug}");
        to.WriteEndArray();
        to.WriteStartArray("agendaItem");
        for (var i = 0; i < meeting.Agenda.Count; i++)
        {
            var paper = meeting.Agenda[i];
            var station = paper.Stations.FindIndex(one => one.Meeting == meeting);
            to.WriteStartObject();
            Head(to, "AgendaItem", $"agendaitem/{meeting.Key}-{Text(i + 2)}", meeting.Date);
            to.WriteString("number", Text(i + 2));
            to.WriteNumber("order", i);
            to.WriteString("name", paper.Title);
            to.WriteString("consultation", $"{Server}/{ConsultationOf(paper, station)}");
            to.WriteString("result", paper.Stations[station].Result);
            to.WriteEndObject();
        }

        to.WriteEndArray();
    }

    private static void Head(Utf8JsonWriter to, string type, string path, DateOnly day)
    {
        to.WriteString("id", $"{Server}/{path}");
        to.WriteString("type", Schema + type);
        to.WriteString("created", Iso(day) + "T08:00:00+01:00");
        to.WriteString("modified", Iso(day.AddDays(1)) + "T14:35:00+01:00");
    }

    private static string ConsultationOf(PlannedPaper paper, int index) => $"consultation/{paper.Key}-{Text(index + 1)}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
