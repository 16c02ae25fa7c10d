using Fachinfo.Commands;

namespace Fachinfo.Tests;

/// <summary>Holds the folders of the program to the table in ARCHITECTURE.md, by what the compiled assembly really uses.</summary>
public class LayeringTests
{
    private const string FrameworkOwner = "";

    /// <summary>The level of each folder; a folder uses lower levels only. Folders of later capabilities have their level already.</summary>
    private static readonly Dictionary<string, int> Levels = new()
    {
        ["Commands"] = 5,
        ["Pipelines"] = 4,
        ["Reading"] = 3,
        ["Pages"] = 3,
        ["Theming"] = 3,
        ["Analyzers"] = 3,
        ["Storage"] = 3,
        ["Extraction"] = 3,
        ["Sealing"] = 3,
        ["Searching"] = 3,
        ["CouncilImport"] = 3,
        ["HtmlImport"] = 3,
        ["GateProbe"] = 3,
        ["Preview"] = 3,
        ["Model"] = 2,
        ["Execution"] = 1,
        ["Diagnostics"] = 0,
    };

    /// <summary>Lower levels that a folder must not know all the same.</summary>
    private static readonly (string Folder, string Used)[] Forbidden = [("Theming", "Model"), ("Storage", "Model")];

    /// <summary>Who may use a library that is not part of .NET.</summary>
    private static readonly Dictionary<string, string[]> Libraries = new()
    {
        ["YamlDotNet"] = ["Reading"],
        ["Markdig"] = ["Reading"],
        ["Handlebars"] = ["Theming"],
        ["AngleSharp"] = ["Analyzers", "HtmlImport"],
        ["DocumentFormat.OpenXml"] = ["Extraction"],
        ["System.CommandLine"] = ["Commands"],
        ["Spectre.Console"] = ["Commands"],
        ["ASP.NET Core"] = ["Preview"],
    };

    /// <summary>Who may use parts of .NET that reach outside the program; a member is named after a point.</summary>
    private static readonly Dictionary<string, string[]> Edges = new()
    {
        ["System.IO.File"] = ["Storage", "Commands"],
        ["System.IO.Directory"] = ["Storage", "Commands"],
        ["System.IO.FileStream"] = ["Storage", "Commands"],
        ["System.IO.FileInfo"] = ["Storage", "Commands"],
        ["System.IO.DirectoryInfo"] = ["Storage", "Commands"],
        ["System.IO.FileSystemInfo"] = ["Storage", "Commands"],
        ["System.IO.RandomAccess"] = ["Storage"],
        ["System.Console"] = ["Commands"],
        ["System.Environment"] = ["Commands"],
        ["System.DateTime.get_Now"] = ["Commands"],
        ["System.DateTime.get_UtcNow"] = ["Commands"],
        ["System.DateTime.get_Today"] = ["Commands"],
        ["System.DateTimeOffset.get_Now"] = ["Commands"],
        ["System.DateTimeOffset.get_UtcNow"] = ["Commands"],
        ["System.TimeProvider.get_System"] = ["Commands"],
        ["System.TimeZoneInfo"] = ["Commands"],
        ["System.Guid.NewGuid"] = [],
        ["System.Random"] = [],
        ["System.Diagnostics.Process"] = ["Extraction", "Preview"],
        ["System.Net.Http.HttpClient"] = ["CouncilImport", "GateProbe", "HtmlImport"],
        ["System.Net.Sockets.Socket"] = ["CouncilImport", "GateProbe", "HtmlImport", "Preview"],
        ["System.Net.Dns"] = ["CouncilImport", "HtmlImport"],
        ["System.IO.FileSystemWatcher"] = ["Storage"],
    };

    private static readonly IReadOnlyCollection<Use> Uses = AssemblyUses.Read(typeof(CommandLine).Assembly.Location, "Fachinfo");

    [Fact]
    public void Every_folder_has_a_level() =>
        Expect.Nothing(Uses.Select(use => use.Folder).Where(folder => !Levels.ContainsKey(folder)));

    [Fact]
    public void A_folder_uses_lower_levels_only() => Expect.Nothing(FolderUses()
        .Where(use => Levels[FolderOf(use)] >= Levels[use.Folder] || Forbidden.Contains((use.Folder, FolderOf(use))))
        .Select(use => $"{use.Folder} -> {FolderOf(use)}: {use.UsedBy} uses {use.Type}"));

    [Fact]
    public void A_library_is_used_by_its_folder_only() => Expect.Nothing(Uses
        .Where(use => use.Assembly.Length > 0 && !IsFramework(use.Assembly) && !Libraries.GetValueOrDefault(LibraryOf(use), []).Contains(use.Folder))
        .Select(use => $"{use.Folder} -> {use.Assembly}: {use.UsedBy} uses {use.Type}"));

    [Fact]
    public void Disk_console_clock_and_environment_are_used_at_the_edges_only() => Expect.Nothing(Uses
        .Where(use => use is not { Type: nameof(Environment), Member: "" or "get_CurrentManagedThreadId" }) // Every iterator asks for its thread.
        .Where(use => !MayReach(use, $"{use.Namespace}.{use.Type}") || !MayReach(use, $"{use.Namespace}.{use.Type}.{use.Member}"))
        .Select(use => $"{use.Folder}: {use.UsedBy} uses {use.Type}.{use.Member}"));

    /// <summary>Makes sure that the reader sees uses at all: in bodies, closures, signatures and generic arguments.</summary>
    [Theory]
    [InlineData("Commands", "Fachinfo.Pipelines", "SiteDefinition")]
    [InlineData("Reading", "YamlDotNet.Core", "Parser")]
    [InlineData("Storage", "System.IO", "File")]
    [InlineData("Pages", "Fachinfo.Model", "PublicSite")]
    [InlineData("Execution", "Fachinfo.Diagnostics", "Diagnostic")]
    public void The_reader_finds_known_uses(string folder, string space, string type) =>
        Assert.Contains(Uses, use => use.Folder == folder && use.Namespace == space && use.Type == type);

    [Fact]
    public void Architecture_page_has_the_same_table()
    {
        var page = Repository.PathOf("generator", "ARCHITECTURE.md");
        Assert.SkipUnless(File.Exists(page), "generator/ARCHITECTURE.md is not written yet.");
        var rows = TableOf(File.ReadAllLines(page));
        var folders = Uses.Select(use => use.Folder).Distinct().Order(StringComparer.Ordinal).ToList();
        Expect.Nothing(folders.Except(rows.Keys));
        foreach (var (folder, row) in rows)
        {
            Assert.True(Levels.TryGetValue(folder, out var level), $"{folder} has no level in the test.");
            Assert.Equal(level.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Level);
        }

        var named = rows.ToDictionary(row => row.Key, row => Levels.Keys.Where(name => HasWord(row.Value.Uses, name)).ToHashSet());
        var libraries = rows.ToDictionary(row => row.Key, row => Libraries.Keys.Where(name => row.Value.Libraries.Contains(name, StringComparison.Ordinal)).ToHashSet());
        Expect.Nothing(named.SelectMany(row => row.Value.Where(used => Levels[used] >= Levels[row.Key] || Forbidden.Contains((row.Key, used))).Select(used => $"{row.Key} may not use {used}")));
        Expect.Nothing(FolderUses().Select(use => (use.Folder, Used: FolderOf(use))).Distinct()
            .Where(edge => !named[edge.Folder].Contains(edge.Used))
            .Select(edge => $"The table does not say that {edge.Folder} uses {edge.Used}"));
        Expect.Nothing(libraries.SelectMany(row => row.Value.Where(library => !Libraries[library].Contains(row.Key)).Select(library => $"{row.Key} may not use {library}")));
        Expect.Nothing(Uses.Where(use => Libraries.ContainsKey(LibraryOf(use))).Select(use => (use.Folder, Library: LibraryOf(use))).Distinct()
            .Where(edge => !libraries[edge.Folder].Contains(edge.Library))
            .Select(edge => $"The table does not say that {edge.Folder} uses {edge.Library}"));
    }

    private static IEnumerable<Use> FolderUses() => Uses.Where(use =>
        use.Assembly == FrameworkOwner && use.Namespace.StartsWith("Fachinfo.", StringComparison.Ordinal) && FolderOf(use) != use.Folder);

    private static string FolderOf(Use use) => use.Namespace.Split('.')[1];

    /// <summary>The library of an assembly; the server of the preview is many assemblies with one name.</summary>
    private static string LibraryOf(Use use) =>
        use.Assembly.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || use.Assembly.StartsWith("Microsoft.Extensions", StringComparison.Ordinal) ? "ASP.NET Core" : use.Assembly;

    private static bool IsFramework(string assembly) =>
        !Libraries.ContainsKey(assembly)
        && (assembly.StartsWith("System.", StringComparison.Ordinal) || assembly is "System" or "netstandard" or "mscorlib" or "Microsoft.Win32.Primitives");

    private static bool MayReach(Use use, string name) => !Edges.TryGetValue(name, out var folders) || folders.Contains(use.Folder);

    private static bool HasWord(string text, string word) => text.Split([' ', ',', ';', '`', '(', ')', '.']).Contains(word);

    /// <summary>Reads the Markdown table with the head „| Folder | Level | Uses | Libraries |“.</summary>
    private static Dictionary<string, (string Level, string Uses, string Libraries)> TableOf(IEnumerable<string> lines) => lines
        .SkipWhile(line => !Cells(line).SequenceEqual(["Folder", "Level", "Uses", "Libraries"]))
        .Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(Cells)
        .ToDictionary(cells => cells[0].Trim('`', '/'), cells => (cells[1], cells[2], cells[3]));

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
