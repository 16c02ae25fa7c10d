using System.Globalization;
using System.Text;
using Fachinfo.Model;

namespace Fachinfo.Extraction;

/// <summary>Reads PDF files by the programs of poppler-utils, each in a process of its own.</summary>
internal sealed class PopplerReader : IPdfReader
{
    private const int LongestOutput = 16 * 1024 * 1024;
    private const int LargestPicture = 2 * 1024 * 1024;
    private const int PictureWidth = 480;
    private const int NotAllowed = 3;

    /// <summary>What poppler says of a file that needs a password or a certificate.</summary>
    private static readonly string[] Locks = ["Incorrect password", "security handler"];

    private readonly IReadOnlyDictionary<string, string> programs;
    private readonly BoundedProcess process;

    private PopplerReader(IReadOnlyDictionary<string, string> programs)
    {
        this.programs = programs;
        process = new BoundedProcess(programs.GetValueOrDefault("prlimit"));
    }

    /// <summary>The programs that are needed, and that which sets limits where it is there.</summary>
    public static readonly IReadOnlyList<string> Programs = ["pdfinfo", "pdftotext", "pdftoppm"];

    /// <returns><see langword="null"/> if one of the programs is missing.</returns>
    public static PopplerReader? Find(IReadOnlyDictionary<string, string> programs) => Programs.All(programs.ContainsKey) ? new PopplerReader(programs) : null;

    public FileReading Read(Func<Stream> content)
    {
        var info = Run("pdfinfo", ["-isodates", "-enc", "UTF-8", "-"], content, LongestOutput);
        if (info.Status != 0)
        {
            return FileReading.Failed(ProblemOf(info));
        }

        var facts = Facts(info.Output);
        var text = Run("pdftotext", ["-enc", "UTF-8", "-eol", "unix", "-", "-"], content, LongestOutput);
        var pages = text.Status == 0 ? ReadPages(Encoding.UTF8.GetString(text.Output)) : FileText.Empty;
        var picture = Run("pdftoppm", ["-jpeg", "-jpegopt", "quality=80", "-f", "1", "-l", "1", "-singlefile", "-scale-to-x", Text(PictureWidth), "-scale-to-y", "-1", "-"], content, LargestPicture);
        return new FileReading
        {
            Text = pages,
            PageCount = int.TryParse(facts.GetValueOrDefault("Pages"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0,
            Created = Day(facts.GetValueOrDefault("CreationDate")),
            Modified = Day(facts.GetValueOrDefault("ModDate")),
            Picture = picture.Status == 0 ? picture.Output : [],
            Problem = text.Status != 0 ? ProblemOf(text) : pages.Pages.IsEmpty ? ExtractionProblem.NoText : ExtractionProblem.None,
        };
    }

    private ProcessResult Run(string program, string[] arguments, Func<Stream> content, int longestOutput)
    {
        using var input = content();
        return process.Run(programs[program], arguments, input, longestOutput);
    }

    internal static ExtractionProblem ProblemOf(ProcessResult result) => result switch
    {
        { WasStopped: true } => ExtractionProblem.TooCostly,
        { Status: NotAllowed } => ExtractionProblem.Encrypted,
        _ when Locks.Any(lockedBy => result.Errors.Contains(lockedBy, StringComparison.OrdinalIgnoreCase)) => ExtractionProblem.Encrypted,
        { Status: > 128 } => ExtractionProblem.TooCostly, // Ended by a signal: out of its limits.
        _ => ExtractionProblem.Broken,
    };

    private static Dictionary<string, string> Facts(byte[] output)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Encoding.UTF8.GetString(output).Split('\n'))
        {
            if (line.Split(':', 2) is [var name, var value])
            {
                facts[name] = value.Trim();
            }
        }

        return facts;
    }

    /// <summary>The day of <c>2024-02-19T08:30:00Z</c>, if there may have been PDF files then.</summary>
    private static DateOnly? Day(string? text) =>
        text is { Length: >= 10 } && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1990 and < 2200
            ? day
            : null;

    /// <summary>Pages end with a form feed.</summary>
    private static FileText ReadPages(string output)
    {
        var text = new TextCollector();
        var pages = output.Split('\f');
        foreach (var page in pages[^1].Length == 0 ? pages[..^1] : pages)
        {
            var before = text.PageCount;
            LineJoiner.Join(page, text);
            text.EndPage();
            if (text.PageCount == before)
            {
                text.AddEmptyPage();
            }

            if (text.IsFull)
            {
                break;
            }
        }

        return text.ToText();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
