using System.Text;
using System.Text.Json;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Fachinfo.Reading;

namespace Fachinfo.Tests;

public class NoticeFormatTests
{
    /// <summary>A notice with every field, so that a field forgotten in the format is found.</summary>
    private const string Everything = """
        ---
        titel: Werkstatt für Engagement
        nummer: 145/2024
        datum: 20.02.2024
        rubrik: [Recht / Ehrenamt, Umwelt]
        az: [13.0.70-001, IV/2 400]
        zusammenfassung: Kurz gesagt.
        frist: [{datum: 01.04.2024, text: Bewerbung}, 2024-05-01]
        zugang: mitglieder
        anriss: titel
        anlagen:
          - {datei: bogen.pdf, titel: Bogen, zugang: mitglieder, anriss: titel, beschreibung: Zum Ausfüllen, datum: 19.02.2024, aktualisiert: 22.02.2024, lizenz: CC BY 4.0}
          - {url: "https://www.land.example/"}
        ansprechpartner: {name: Referat, email: r@verband.example, telefon: 030 1, anschrift: Weg 1}
        verwandt: [../2023/077.md]
        aktualisiert: 22.02.2024
        aliase: [/alt.html]
        zurückgezogen: {datum: 01.05.2024, grund: Überholt}
        entwurf: ja
        hinnehmen: [MD004]
        unbekannt: 1
        ---
        ## Überschrift

        Text mit [Link](../2023/077.md), ![](bild.png) und Fußnote[^1].

        [^1]: Dort.
        """;

    [Fact]
    public void Every_field_survives_the_cache()
    {
        var parsed = NoticeReader.Read(new SourcePath("mitteilungen/2024/145.md"), Encoding.UTF8.GetBytes(Everything));
        var restored = NoticeFormat.Instance.Read(NoticeFormat.Instance.Write(parsed));
        Assert.NotNull(parsed.Data);
        Assert.Equal(JsonSerializer.Serialize(parsed), JsonSerializer.Serialize(restored));
    }

    [Fact]
    public void Sample_has_a_value_in_every_field()
    {
        var notice = NoticeReader.Read(new SourcePath("mitteilungen/2024/145.md"), Encoding.UTF8.GetBytes(Everything)).Data!;
        var unset = typeof(NoticeContent).GetProperties().Where(property => property.GetValue(notice) is null or "" or false or System.Collections.ICollection { Count: 0 });
        Assert.Empty(unset.Select(property => property.Name));
    }

    [Fact]
    public void A_file_that_could_not_be_read_keeps_its_findings()
    {
        var parsed = NoticeReader.Read(new SourcePath("mitteilungen/2024/145.md"), "ohne Kopf"u8.ToArray());
        var restored = NoticeFormat.Instance.Read(NoticeFormat.Instance.Write(parsed));
        Assert.Null(restored.Data);
        Assert.Equal(parsed.Findings, restored.Findings);
    }
}
