using System.Globalization;

namespace Fachinfo.Bench;

/// <summary>A corpus with a theme of its own in the work folder, and what can be measured with it.</summary>
internal sealed class BenchSite
{
    /// <summary>After the last notice of every corpus, so that nothing depends on the day of the measurement.</summary>
    public const string Today = "2026-01-15";

    private const string ThemePartial = "partials/head.hbs";

    private readonly string program;
    private readonly string folder;
    private readonly string content;
    private readonly string theme;
    private readonly string output;
    private readonly string editedDocument;
    private readonly string documentText;
    private readonly string partialText;
    private readonly string[] options;
    private int edits;

    /// <param name="corpus">Copied, so that it stays as it is.</param>
    /// <param name="documents">The folder in it of which a document is edited.</param>
    /// <param name="options">Further options of each build.</param>
    public BenchSite(string program, string corpus, string documents, string themeFolder, string folder, params string[] options)
    {
        this.options = options;
        this.program = program;
        this.folder = folder;
        (content, theme, output) = (Path.Combine(folder, "content"), Path.Combine(folder, "theme"), Path.Combine(folder, "output"));
        CopyTree(corpus, content);
        CopyTree(themeFolder, theme);
        var all = Directory.EnumerateFiles(Path.Combine(content, documents), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        Documents = all.Count;
        editedDocument = all[all.Count / 2];
        documentText = File.ReadAllText(editedDocument);
        partialText = File.ReadAllText(Path.Combine(theme, ThemePartial));
    }

    /// <summary>Gets how many documents of the kind there are that is edited.</summary>
    public int Documents { get; }

    public int Outputs { get; private set; }

    public long OutputBytes { get; private set; }

    /// <summary>The start and end of the program, without any work.</summary>
    public Taken Start() => Require(ChildProcess.Run(program, ["--version"], Log));

    /// <summary>Builds with neither output nor cache there.</summary>
    public Taken Cold()
    {
        Delete(output);
        Delete(Path.Combine(folder, ".output.cache"));
        var taken = Build();
        var files = new DirectoryInfo(output).EnumerateFiles("*", SearchOption.AllDirectories).ToList();
        (Outputs, OutputBytes) = (files.Count, files.Sum(file => file.Length));
        return taken;
    }

    public Taken Unchanged() => Build();

    public Taken BodyEdited()
    {
        File.WriteAllText(editedDocument, $"{documentText}\nEin Satz mehr, Nummer {Next()}.\n");
        return Build();
    }

    public Taken ThemeChanged()
    {
        File.WriteAllText(Path.Combine(theme, ThemePartial), $"{partialText}<meta name=\"bench\" content=\"{Next()}\">\n");
        return Build();
    }

    /// <summary>Reads and writes as the last cold build did; its time is that of the work alone.</summary>
    public Taken ReadAndWrite()
    {
        var (list, target) = (Path.Combine(folder, "floor.list"), Path.Combine(folder, "floor"));
        Floor.WriteList(list, Directory.EnumerateFiles(content, "*", SearchOption.AllDirectories), output);
        var taken = Require(ChildProcess.Run(Environment.ProcessPath!, [.. OwnAssembly(), Floor.Command, "--list", list, "--out", target], Log));
        Delete(target);
        return taken with { Seconds = double.Parse(taken.Output, CultureInfo.InvariantCulture) / 1000 };
    }

    private string Log => Path.Combine(folder, "log");

    private int Next() => ++edits;

    private Taken Build() => Require(ChildProcess.Run(program, ["build", "--content", content, "--theme", theme, "--output", output, "--today", Today, "--strict", .. options], Log));

    internal static Taken Require(Taken taken) => taken.Status == 0 ? taken : throw new InvalidOperationException($"Status {taken.Status}: {taken.Output}");

    /// <summary>Started as <c>dotnet Fachinfo.Bench.dll</c>, the first argument is ourselves.</summary>
    private static string[] OwnAssembly() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(BenchSite).Assembly.Location] : [];

    internal static void Delete(string directory)
    {
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    internal static void CopyTree(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
