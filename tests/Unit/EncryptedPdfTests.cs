using Fachinfo.Commands;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Extraction;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>PDF files with a password cost a warning at most, never the build. <c>tests/Files/README.md</c> tells how they were made.</summary>
public class EncryptedPdfTests
{
    [Fact]
    public void Pdf_that_nobody_reads_without_a_password_costs_a_warning()
    {
        ExtractionFixture.RequirePoppler();
        var read = ExtractionFixture.Read("a.pdf", File.ReadAllBytes(Repository.PathOf("tests", "Files", "kennwort.pdf")));
        var finding = Assert.Single(read.Findings);
        Assert.Equal((Codes.FileEncrypted.Id, Severity.Warning), (finding.Code, finding.Severity));
        Assert.False(read.File.HasText);
        Assert.False(read.File.HasPicture);
        Assert.Equal(0, read.File.PageCount);
    }

    [Fact]
    public void Pdf_that_only_its_owner_may_change_is_read()
    {
        ExtractionFixture.RequirePoppler();
        var read = ExtractionFixture.Read("a.pdf", File.ReadAllBytes(Repository.PathOf("tests", "Files", "nur-besitzer.pdf")));
        Assert.Empty(read.Findings);
        Assert.Equal("Merkblatt mit Kennwort", read.Text);
        Assert.Equal(1, read.File.PageCount);
        Assert.True(read.File.HasPicture);
    }

    /// <summary>Some builds of poppler obey the owner, and some files are locked by a certificate.</summary>
    [Theory]
    [InlineData(3, "")]
    [InlineData(1, "Command Line Error: Incorrect password")]
    [InlineData(1, "Syntax Error: Couldn't find the 'Adobe.PubSec' security handler")]
    public void Whatever_locks_the_text_is_told_as_protection(int status, string errors) =>
        Assert.Equal(Model.ExtractionProblem.Encrypted, PopplerReader.ProblemOf(new ProcessResult(status, [], errors)));

    [Fact]
    public void Site_with_protected_files_is_built_and_their_pages_say_what_is_missing()
    {
        ExtractionFixture.RequirePoppler();
        var site = SiteFixture.Create(
            "-- mitteilungen/2024/1.md --\n---\ntitle: Titel\nnumber: 1\ndate: 2024-01-02\nrubric: Umwelt\ndownloads: [kennwort.pdf, nur-besitzer.pdf]\n---\nText\n",
            new EmbeddedThemeInput());
        foreach (var name in new[] { "kennwort.pdf", "nur-besitzer.pdf" })
        {
            site.Content.Write("mitteilungen/2024/" + name, File.ReadAllBytes(Repository.PathOf("tests", "Files", name)));
        }

        site.Options = new BuildOptions(SiteFixture.Today) { Programs = new Host().FindPrograms(SiteDefinition.Programs) };
        Assert.True(site.Rebuild().Succeeded);
        Assert.Equal(["mitteilungen/2024/1.md(6,13): DL004"], site.Findings);
        var locked = site["mitteilungen/2024/1/downloads/kennwort/index.html"];
        Assert.Contains("Diese Datei ist geschützt", locked, StringComparison.Ordinal);
        Assert.Contains("href=\"/mitteilungen/2024/1/dateien/kennwort.pdf\"", locked, StringComparison.Ordinal);
        Assert.Contains("<p>Merkblatt mit Kennwort</p>", site["mitteilungen/2024/1/downloads/nur-besitzer/index.html"], StringComparison.Ordinal);
        Assert.Equal(site.Content.Read(site.Content.List([]).Single(file => file.Path.FileName == "kennwort.pdf")), site.Bytes["mitteilungen/2024/1/dateien/kennwort.pdf"]);
    }
}
