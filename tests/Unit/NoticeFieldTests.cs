using System.Text.Json;
using System.Text.Json.Serialization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages;
using Fachinfo.Reading;

namespace Fachinfo.Tests;

/// <summary>The keys of a notice: synonyms, dates, numbers, and what each value becomes.</summary>
public class NoticeFieldTests
{
    private static readonly SourcePath NoticePath = new("mitteilungen/2024/145.md");

    private const string EveryField = """
        title: Werkstatt
        number: 145/2024
        date: 2024-02-20
        rubric: Umwelt
        az: 13.0.70-001
        summary: Kurz
        deadline: {date: 2024-03-01, label: Bewerbung}
        access: members
        teaser: title
        downloads: [{file: a.pdf, title: T, access: members, teaser: title, description: D, date: 2024-02-19, license: CC, updated: 2024-02-22}]
        contact: {name: N, email: e@v.example, phone: "1", address: A}
        related: [144/2024]
        updated: 2024-02-22
        aliases: [/alt.html]
        withdrawn: {date: 2024-05-01, reason: R}
        draft: true
        accept: [MD004]
        """;

    [Fact]
    public void German_and_english_keys_read_alike()
    {
        const string German = """
            TITEL: Werkstatt
            Nummer: 145/2024
            Datum: 20.02.2024
            Rubriken: [Umwelt]
            Aktenzeichen: 13.0.70-001
            Zusammenfassung: Kurz
            Frist: {datum: 1.3.2024, text: Bewerbung}
            Zugang: Mitglieder
            Anriss: Titel
            Anlagen: [{datei: a.pdf, titel: T, zugang: mitglieder, anriss: titel, beschreibung: D, datum: 19.02.2024, lizenz: CC, aktualisiert: 22.02.2024}]
            Ansprechpartner: {name: N, e-mail: e@v.example, telefon: "1", anschrift: A}
            Verwandt: 144/2024
            Aktualisiert: 22. 2. 2024
            Aliase: /alt.html
            Zurückgezogen: {datum: 01.05.2024, grund: R}
            Entwurf: ja
            Hinnehmen: MD004
            """;
        Assert.Equal(WithoutPlaces(EveryField), WithoutPlaces(German));
    }

    [Fact]
    public void Cache_gives_back_every_field_of_a_notice()
    {
        var notice = NoticeReader.Read(NoticePath, System.Text.Encoding.UTF8.GetBytes(
            $"---\n{EveryField}\nfarbe: rot\n---\n## Titel\n\n[x](a.pdf) ![](b.png)[^1]\n\n[^1]: Fußnote"));
        Assert.NotEmpty(notice.Findings);
        Expect.Nothing(typeof(NoticeContent).GetProperties().Select(field => (field.Name, Value: field.GetValue(notice.Data)))
            .Where(field => field.Value is null or false or System.Collections.ICollection { Count: 0 })
            .Select(field => $"{field.Name} is empty: fill it in this test"));
        Assert.Equal(Json(notice), Json(Stored.Back(NoticeFormat.Instance, notice)));
    }

    [Fact]
    public void Cache_gives_back_every_field_of_a_page()
    {
        const string Fields = """
            title: Impressum
            summary: Wer wir sind
            updated: 2024-05-01
            access: members
            contact: {name: Geschäftsstelle, email: post@verband.example, phone: 0211 1, address: Hof 1}
            downloads: [{file: a.pdf, title: A}]
            aliases: [/alt/]
            draft: true
            farbe: rot
            accept: [FM006]
            """;
        var page = PlainPageReader.ReadPage(new("seiten/impressum.md"), System.Text.Encoding.UTF8.GetBytes($"---\n{Fields}\n---\n## Titel\n\n[x](a.pdf)"));
        Assert.NotEmpty(page.Findings);
        Expect.Nothing(typeof(PlainPageContent).GetProperties().Select(field => (field.Name, Value: field.GetValue(page.Data)))
            .Where(field => field.Value is null or false or System.Collections.ICollection { Count: 0 })
            .Select(field => $"{field.Name} is empty: fill it in this test"));
        Assert.Equal(Json(page), Json(Stored.Back(PlainPageFormat.Pages, page)));
    }

    [Theory]
    [InlineData("", "teaser")]
    [InlineData("downloads: [{url: 'https://land.example/a'}]\ncontact: {}\nwithdrawn: {date: 2024-05-01}", "")]
    public void Cache_gives_back_a_notice_with_few_fields(string fields, string body)
    {
        var notice = NoticeReader.Read(NoticePath, System.Text.Encoding.UTF8.GetBytes($"---\ntitle: T\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n{fields}\n---\n{body}"));
        Assert.NotNull(notice.Data);
        Assert.Equal(Json(notice), Json(Stored.Back(NoticeFormat.Instance, notice)));
    }

    [Fact]
    public void Cache_gives_back_the_findings_of_a_notice_that_cannot_be_read()
    {
        var notice = NoticeReader.Read(NoticePath, "kaputt"u8.ToArray());
        Assert.Null(notice.Data);
        Assert.Equal(Json(notice), Json(Stored.Back(NoticeFormat.Instance, notice)));
    }

    [Theory]
    [InlineData("Az.: 1")]
    [InlineData("AZ: 1")]
    [InlineData("aktenzeichen: 1")]
    [InlineData("reference: 1")]
    public void Every_spelling_of_the_file_reference_is_read(string line) =>
        Assert.Equal("1", Assert.Single(Read(line).Data!.FileReferences).Value.Text);

    /// <summary>Every key and synonym in the table leads to its own field, whatever its case.</summary>
    [Fact]
    public void No_spelling_belongs_to_two_fields()
    {
        foreach (var table in (FieldTable[])[Fields.Notice, Fields.Page, Fields.Introduction, Fields.Site, Fields.Download, Fields.DeadlineEntry, Fields.ContactEntry, Fields.WithdrawalEntry, Fields.SeriesEntry, Fields.RubricEntry, Fields.AccessEntry])
        {
            Expect.Nothing(table.All
                .SelectMany(field => field.Synonyms.Append(field.Key).Append(field.German).Select(spelling => (field, spelling)))
                .SelectMany(pair => new[] { pair, (pair.field, spelling: Slug.Of(pair.spelling)), (pair.field, spelling: pair.spelling.Replace(' ', '_')) })
                .Where(pair => table.Find(pair.spelling.ToUpperInvariant()) != pair.field)
                .Select(pair => $"{pair.spelling} does not lead to {pair.field.Key}"));
        }
    }

    [Theory]
    [InlineData("2024-02-20", "2024-02-20")]
    [InlineData("20.02.2024", "2024-02-20")]
    [InlineData("5.1.2024", "2024-01-05")]
    [InlineData("5. 1. 2024", "2024-01-05")]
    [InlineData("29.02.2024", "2024-02-29")]
    [InlineData("'2024-02-20'", "2024-02-20")]
    [InlineData("2024-02-20 00:00:00", "2024-02-20")]
    [InlineData("29.02.2023", null)]
    [InlineData("2024-13-01", null)]
    [InlineData("02/20/2024", null)]
    [InlineData("20.02.24", null)]
    [InlineData("20. Februar 2024", "2024-02-20")]
    [InlineData("1. märz 2024", "2024-03-01")]
    [InlineData("31. Februar 2024", null)]
    [InlineData("20. Feber 2024", null)]
    [InlineData("gestern", null)]
    [InlineData("0001-01-01", null)]
    [InlineData("31.12.2200", "2200-12-31")]
    [InlineData("01.01.2201", null)] // More probably a slip of the finger.
    public void Dates_are_german_or_iso(string text, string? expected)
    {
        var notice = Read($"updated: {text}");
        Assert.Equal(expected, notice.Data!.Updated?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(expected is null ? [Codes.InvalidDate.Id] : [], notice.Findings.Select(finding => finding.Code));
    }

    [Theory]
    [InlineData("145/2024", 145, 2024)]
    [InlineData("145", 145, 2024)] // The year of the date.
    [InlineData("007/2024", 7, 2024)]
    [InlineData("145 / 2024", 145, 2024)]
    [InlineData("1/2023", 1, 2023)] // Numbers need not fit the date: 122/2017 is dated 4 January 2017.
    [InlineData("999999", 999_999, 2024)]
    public void Numbers_are_n_of_a_year(string text, int number, int year) =>
        Assert.Equal(new NoticeNumber(number, year), Read($"number: {text}", "").Data!.Number.Value);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1000000")]
    [InlineData("145/24")]
    [InlineData("145-2024")]
    [InlineData("145/2024/1")]
    [InlineData("145a")]
    [InlineData("/2024")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public void Other_numbers_are_refused(string text) =>
        Assert.Equal([Codes.InvalidNumber.Id], Read($"number: {text}", "").Findings.Select(finding => finding.Code));

    [Theory]
    [InlineData("2024-03-01", "2024-03-01=")]
    [InlineData("{date: 2024-03-01, label: Bewerbung}", "2024-03-01=Bewerbung")]
    [InlineData("[2024-03-01, {date: 2024-04-01, label: B}]", "2024-03-01= 2024-04-01=B")]
    public void Deadlines_are_a_date_a_map_or_a_list(string text, string expected) => Assert.Equal(
        expected,
        string.Join(' ', Read($"deadline: {text}").Data!.Deadlines.Select(deadline => $"{deadline.Value.Date:yyyy-MM-dd}={deadline.Value.Label}")));

    [Theory]
    [InlineData("ja", true)]
    [InlineData("Ja", true)]
    [InlineData("true", true)]
    [InlineData("yes", true)]
    [InlineData("nein", false)]
    [InlineData("false", false)]
    public void Switches_are_german_or_english(string text, bool expected) => Assert.Equal(expected, Read($"draft: {text}").Data!.IsDraft);

    [Theory]
    [InlineData("öffentlich", "public")]
    [InlineData("Public", "public")]
    [InlineData("intern", "members")]
    [InlineData("Sozialausschuss", "sozialausschuss")]
    public void Access_is_a_choice_or_an_audience(string text, string expected) => Assert.Equal(expected, Read($"access: {text}").Data!.Access!.Value.Value);

    [Fact]
    public void Keys_of_one_file_may_mix_languages_and_repeat_none()
    {
        var notice = Read("titel: Nochmal");
        Assert.Equal(Codes.DuplicateKey.Id, Assert.Single(notice.Findings).Code);
    }

    [Fact]
    public void Empty_file_reference_is_legal() => Assert.Empty(Read("az:").Findings);

    [Fact]
    public void Several_file_references_are_kept_in_order() =>
        Assert.Equal(["13.0.70-001", "I/2 020"], Read("az: [13.0.70-001, I/2 020]").Data!.FileReferences.Select(one => one.Value.Text));

    [Fact]
    public void Notice_without_summary_has_its_first_paragraph()
    {
        var site = SiteFixture.Build("-- mitteilungen/2024/145.md --\n---\ntitle: T\nnumber: 145\ndate: 2024-02-20\nrubric: Umwelt\n---\n## Überschrift\n\nErster *Absatz* mit [Link](https://land.example).\n\nZweiter.");
        Assert.Contains("<meta name=\"description\" content=\"Mitteilung 145/2024 vom 20.02.2024: Erster Absatz mit Link.\">", site["mitteilungen/2024/145/index.html"], StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_notice_shows_is_complete()
    {
        var site = SiteFixture.Create("""
            -- mitteilungen/2024/145.md --
            ---
            titel: Werkstatt
            nummer: 145
            datum: 20.02.2024
            rubrik: Recht / Ehrenamt
            az: 13.0.70-001
            frist: {datum: 01.04.2024, text: Bewerbung}
            anlagen: [{datei: bogen.pdf, titel: Bogen, lizenz: CC BY 4.0}]
            ansprechpartner: {name: Referat Recht, telefon: 030 1}
            aktualisiert: 22.02.2024
            ---
            Text.
            """, PlainTheme.Input());
        site.Content.Write("mitteilungen/2024/bogen.pdf", new byte[1500]);
        site.Rebuild();
        var view = (NoticeView)Assert.IsType<TemplatePage>(Assert.Single(site.Result.Pages, page => page.Route.Path == "/mitteilungen/2024/145/")).Model();
        Assert.Equal("Mitteilungen – Recht / Ehrenamt", view.Kicker);
        Assert.Equal("Mitteilung 145/2024 vom 20.02.2024", view.Headline);
        Assert.Equal("Mitteilung 145/2024 vom 20.02.2024", view.Citation);
        Assert.Equal("22. Februar 2024", view.Updated!.Text);
        Assert.Equal([new LinkView("13.0.70-001", "/aktenzeichen/13.0.70/")], view.FileReferences);
        var download = Assert.Single(view.Downloads);
        Assert.Equal(("Bogen", "/mitteilungen/2024/145/downloads/bogen/", "PDF, 2 kB", "CC BY 4.0"), (download.Title, download.Href, download.Meta, download.License));
        Assert.Equal((true, "Bewerbung"), (Assert.Single(view.Deadlines).IsRunning, view.Deadlines[0].Label));
        Assert.Equal("Referat Recht", view.Contact.Name);
    }

    private static Parsed<NoticeContent> Read(string line, string number = "number: 145/2024\n") => NoticeReader.Read(
        NoticePath,
        System.Text.Encoding.UTF8.GetBytes($"---\ntitle: T\n{number}date: 2024-02-20\nrubric: Umwelt\n{line}\n---\nText"));

    /// <summary>All that was read, as JSON without lines and columns.</summary>
    private static string WithoutPlaces(string frontMatter)
    {
        var notice = NoticeReader.Read(NoticePath, System.Text.Encoding.UTF8.GetBytes($"---\n{frontMatter}\n---\nText"));
        Assert.Empty(notice.Findings);
        var json = Json(notice);
        return System.Text.RegularExpressions.Regex.Replace(json, "\"(Line|Column)\":[0-9]+,?", "");
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, WithPackedTexts);

    private static readonly JsonSerializerOptions WithPackedTexts = new() { Converters = { new PackedTextConverter() } };

    private sealed class PackedTextConverter : JsonConverter<PackedText>
    {
        public override PackedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, PackedText value, JsonSerializerOptions options) => writer.WriteStringValue(value.Utf8);
    }
}
