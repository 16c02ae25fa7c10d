using Fachinfo.Commands;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Extraction;
using Fachinfo.Model;
using Fachinfo.Pipelines;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>Reads files without a site around them.</summary>
internal sealed class ExtractionFixture
{
    private readonly MemoryInput content = new();

    public MemoryResults Results { get; init; } = new();

    public IPdfReader? Pdf { get; init; }

    /// <summary>Gets the number of times that any file was opened.</summary>
    public int Opened { get; private set; }

    public IReadOnlyList<Diagnostic> Findings { get; private set; } = [];

    public ExtractedFiles Files { get; private set; } = ExtractedFiles.None;

    /// <summary>Reads one file with the readers of this machine, PDF by poppler where it is installed.</summary>
    public static ExtractionFixture Read(string name, byte[] bytes) => Read(name, bytes, PopplerReader.Find(new Host().FindPrograms(SiteDefinition.Programs)));

    public static ExtractionFixture Read(string name, byte[] bytes, IPdfReader? pdf)
    {
        var fixture = new ExtractionFixture { Pdf = pdf };
        fixture.Run(isPublic: true, (name, bytes));
        return fixture;
    }

    public void Run(bool isPublic, params (string Name, byte[] Bytes)[] files)
    {
        foreach (var (name, bytes) in files)
        {
            content.Write(name, bytes);
        }

        var listed = content.List([]).Where(file => files.Any(named => named.Name == file.Path.Value)).ToList();
        var input = new LinkInput(
            [],
            [.. listed.Select(file => new PlainFile(file, ContentHash.Of(content.Read(file))))],
            _ => false,
            new BuildOptions(SiteFixture.Today),
            content.Read,
            _ => default)
        {
            Open = file =>
            {
                Opened++;
                return content.Open(file);
            },
            Results = Results,
        };
        (Files, Findings) = FileExtraction.Run(input, listed.Select(file => new OfferedFile(file.Path, new SourceLocation(new("a.md"), 3, 9), isPublic ? Notice.Public : "members")), Pdf);
    }

    public ExtractedFile File => Assert.Single(Files.All).Value;

    /// <summary>Gets the text with a line for each paragraph and <c>== title</c> before each page that has one.</summary>
    public string Text => string.Join('\n', Files.TextOf(File).Pages.SelectMany(page => page.Paragraphs.Prepend("== " + page.Title).Where(line => line != "== ")));

    public IEnumerable<string> Codes => Findings.Select(finding => finding.Code);

    public static void RequirePoppler() => Assert.SkipUnless(
        PopplerReader.Find(new Host().FindPrograms(SiteDefinition.Programs)) is not null,
        "poppler-utils is not installed.");
}

/// <summary>Finds in every PDF what the test says.</summary>
internal sealed class FakePdfReader(FileReading reading) : IPdfReader
{
    public FileReading Read(Func<Stream> content) => reading;
}
