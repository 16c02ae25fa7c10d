using Fachinfo.Diagnostics;
using Fachinfo.Model;

namespace Fachinfo.Tests;

/// <summary>File references as one association wrote them over time.</summary>
public class FileReferenceTests
{
    [Theory]
    [InlineData("13.0.70-001", "13.0.70", "001", null, null, null)]
    [InlineData("13.0.70–001", "13.0.70", "001", null, null, null)] // A dash from a word processor.
    [InlineData("13.0.70\u2011001", "13.0.70", "001", null, null, null)] // A hyphen that does not break.
    [InlineData("10.70.08", "10.70.08", null, null, null, null)]
    [InlineData("17.0.5.4.2 Le/Be", "17.0.5.4.2", null, null, null, "Le/Be")]
    [InlineData("IV/2 400", "400", null, "IV/2", null, null)]
    [InlineData("I/2 020-08-45/1 wo/ka", "020.08.45", null, "I/2", "1", "wo/ka")]
    [InlineData("020-08-45", "020.08.45", null, null, null, null)]
    [InlineData("13", "13", null, null, null, null)]
    [InlineData("13-1234", "13", "1234", null, null, null)]
    [InlineData("13.0.70-001/2", "13.0.70", "001", null, "2", null)]
    [InlineData("13.0.70-001 wo", "13.0.70", "001", null, null, "wo")]
    [InlineData("13.0.70-12-001", "13.0.70.12", "001", null, null, null)]
    public void Reference_is_taken_apart(string text, string plan, string? caseNumber, string? department, string? volume, string? initials)
    {
        var reference = FileReference.Parse(text);
        Assert.True(reference.IsParsed);
        Assert.Equal((text, plan, caseNumber, department, volume, initials), (reference.Text, reference.Plan, reference.CaseNumber, reference.Department, reference.Volume, reference.Initials));
    }

    [Theory]
    [InlineData("Az.: 13.0.70-001")]
    [InlineData("AZ: 13.0.70-001")]
    [InlineData("Az. 13.0.70-001")]
    [InlineData("az 13.0.70-001")]
    [InlineData("Aktenzeichen: 13.0.70-001")]
    [InlineData("Mein Zeichen: 13.0.70-001")]
    [InlineData("  13.0.70-001  ")]
    public void Label_is_stripped(string text) => Assert.Equal(FileReference.Parse("13.0.70-001").Plan, FileReference.Parse(text).Plan);

    [Fact]
    public void Leading_zeros_stay() => Assert.Equal("020.08.45", FileReference.Parse("020-08-45").Plan);

    [Theory]
    [InlineData("-10-")]
    [InlineData("13..70")]
    [InlineData(".13")]
    [InlineData("13.")]
    [InlineData("XIII")]
    [InlineData("13.0.70 und 13.0.71")]
    [InlineData("Le/Be")]
    [InlineData("13.0.70-001-")]
    [InlineData("١٣")]
    public void Other_shapes_keep_their_text_and_no_parts(string text)
    {
        var reference = FileReference.Parse(text);
        Assert.False(reference.IsParsed);
        Assert.Equal((text, ""), (reference.Text, reference.Plan));
    }

    [Fact]
    public void Reference_of_unknown_shape_is_shown_with_an_info_and_builds_with_strict()
    {
        var site = SiteFixture.Build(
            "-- mitteilungen/2024/1.md --\n---\ntitle: A\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\naz: -10-\n---\nText\n" + LegalPages,
            new(SiteFixture.Today) { Strict = true });
        Assert.Contains("-10-", site["mitteilungen/2024/1/index.html"], StringComparison.Ordinal);
        Assert.Equal(["mitteilungen/2024/1.md(6,5): NO004"], site.Findings);
        Assert.Equal(Severity.Info, site.Only(Codes.FileReferenceUnparsed).Severity);
    }

    private const string LegalPages = "-- seiten/impressum.md --\n---\ntitle: Impressum\n---\nText\n-- seiten/datenschutz.md --\n---\ntitle: Datenschutz\n---\nText\n-- seiten/barrierefreiheit.md --\n---\ntitle: Barrierefreiheit\n---\nText\n";
}
