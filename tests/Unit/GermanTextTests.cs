using Fachinfo.Diagnostics;
using Fachinfo.Model;

namespace Fachinfo.Tests;

/// <summary>What people read in German: order, numbers, sizes, dates, and names that were probably meant.</summary>
public class GermanTextTests
{
    /// <summary>DIN 5007-1: umlauts as their base letter, ß as ss, case ignored; and numbers by value.</summary>
    [Theory]
    [InlineData("Aachen", "Ahlen", "Amt", "Ärger", "Arnsberg")]
    [InlineData("Göbel", "Goethe", "Goldmann", "Göthe", "Götz")]
    [InlineData("Massa", "Masse", "Maße", "Massiv", "Mast")]
    [InlineData("café", "Cafeteria", "Cäsar")]
    [InlineData("13", "13.0", "13.0.70", "13.0.100", "13.1", "14")]
    [InlineData("Anlage 2", "Anlage 10", "Anlage 010a", "Anlage 11")]
    [InlineData("", "a", "b")]
    [InlineData("de Vries", "Deutsch", "Łódź", "Lübeck", "Lyon")]
    public void Names_are_sorted_as_in_a_german_directory(params string[] names)
    {
        Assert.Equal(names, names.Order(GermanCollation.Instance));
        Assert.Equal(names, names.Reverse().Order(GermanCollation.Instance));
    }

    [Fact]
    public void Order_does_not_depend_on_case_or_umlaut_first()
    {
        string[] names = ["Zürich", "äpfel", "Apfel", "apfelsine", "Äpfelchen", "Zebra", "zahl 10", "Zahl 9"];
        Assert.Equal(["Apfel", "äpfel", "Äpfelchen", "apfelsine", "Zahl 9", "zahl 10", "Zebra", "Zürich"], names.Order(GermanCollation.Instance));
    }

    [Theory]
    [InlineData(0, "0")]
    [InlineData(999, "999")]
    [InlineData(1000, "1.000")]
    [InlineData(25000, "25.000")]
    [InlineData(1234567890, "1.234.567.890")]
    [InlineData(-1000, "-1.000")]
    [InlineData(-999, "-999")]
    public void Numbers_are_grouped_by_points(long value, string text) => Assert.Equal(text, GermanText.Number(value));

    [Theory]
    [InlineData(0, "0 Byte")]
    [InlineData(999, "999 Byte")]
    [InlineData(1000, "1 kB")]
    [InlineData(90_000, "90 kB")]
    [InlineData(999_499, "999 kB")]
    [InlineData(1_400_000, "1,4 MB")]
    [InlineData(12_000_000, "12 MB")]
    [InlineData(2_500_000_000, "2,5 GB")]
    public void Sizes_are_decimal(long bytes, string text) => Assert.Equal(text, GermanText.Size(bytes));

    [Theory]
    [InlineData("kurz", 10, "kurz")]
    [InlineData("genau zehn", 10, "genau zehn")]
    [InlineData("Ein Satz, der zu lang ist", 12, "Ein Satz …")]
    [InlineData("Einsehrlangeswortohneblank", 10, "Einsehrla …")]
    [InlineData("Wort – und mehr davon", 9, "Wort …")]
    public void Long_text_is_cut_at_a_word(string text, int length, string expected) => Assert.Equal(expected, GermanText.Shorten(text, length));

    [Fact]
    public void Cut_never_halves_a_character() =>
        Assert.Equal("12345678 …", GermanText.Shorten("12345678😀😀😀", 10));

    [Theory]
    [InlineData("a\u0308o\u0308u\u0308A\u0308O\u0308U\u0308", "äöüÄÖÜ")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("c\u0327 n\u0303 s\u030C z\u0307 o\u030B a\u0328 t\u0326 g\u0306 e\u0304", "ç ñ š ż ő ą ț ğ ē")]
    [InlineData("ohne", "ohne")]
    [InlineData("\u0308a", "\u0308a")]
    [InlineData("q\u0308", "q\u0308")]
    public void Letters_and_marks_are_composed(string text, string expected) => Assert.Equal(expected, UmlautComposition.Compose(text));

    /// <summary>The table must agree with Unicode wherever it has an entry.</summary>
    [Fact]
    public void Base_letters_are_letters_of_the_alphabet() => Expect.Nothing(
        Enumerable.Range(0xC0, 0x1F00 - 0xC0).Select(code => (char)code)
            .Where(letter => UmlautComposition.BaseLetter(letter) != letter && !char.IsAsciiLetter(UmlautComposition.BaseLetter(letter)))
            .Select(letter => $"{letter} becomes {UmlautComposition.BaseLetter(letter)}"));

    [Theory]
    [InlineData("zusammenfasung", "zusammenfassung")]
    [InlineData("Umwlet", "Umwelt")] // Two letters changed places.
    [InlineData("RECHT", "Recht")]
    [InlineData("Rechts", "Recht")]
    [InlineData("xyz", null)]
    [InlineData("Verkehr", null)]
    [InlineData("", null)]
    [InlineData("<<", null)] // Two edits make any word of two letters out of it.
    public void Nearest_name_has_few_differences(string word, string? expected) =>
        Assert.Equal(expected, NearestName.Find(word, ["Recht", "Umwelt", "zusammenfassung", "Haushalt", "az"]));

    [Fact]
    public void First_of_equally_near_names_is_suggested() => Assert.Equal("Meinten Sie „Rad“?", NearestName.Suggest("Rat", ["Rad", "Rar"], "Nichts."));

    [Fact]
    public void Words_are_filled_once()
    {
        var site = SiteFixture.Check("-- mitteilungen/2024/1.md --\n---\ntitle: \"Muster {label} {site}\"\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\n---\nText");
        Assert.Contains("<title>Muster {label} {site} (Mitteilung 1/2024) – Verband</title>", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "Frist läuft bis", "15. März 2024")]
    [InlineData("en", "", "15 March 2024")]
    public void Words_come_in_the_language_of_the_site(string language, string words, string date)
    {
        var site = SiteFixture.Build(
            $"-- site.yml --\ntitle: Verband\nbaseUrl: https://verband.example\nlanguage: {language}\n"
            + "-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-03-15\nrubric: Umwelt\ndeadline: 2024-04-01\n---\nText");
        var page = site["mitteilungen/2024/1/index.html"];
        Assert.Contains($"<html lang=\"{language}\"", page, StringComparison.Ordinal);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains(date, page, StringComparison.Ordinal);
    }
}
