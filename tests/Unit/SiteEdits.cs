using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;

namespace Fachinfo.Tests;

/// <summary>One thing that an editor does to a site; the numbers choose what and where.</summary>
public sealed record SiteEdit(int Kind, int Target, int Value);

/// <summary>A site that is edited: its files, and how it is built.</summary>
public sealed class EditedSite
{
    private static readonly string[] Kinds =
    [
        "text", "title", "date", "access", "teaser", "deadline", "number", "related", "delete", "restore", "new", "copy", "rubrics", "site", "download", "words", "today",
        "baseUrl", "strict", "break", "touch", "threads", "withdraw", "summary", "template", "style", "image",
    ];

    private readonly SortedDictionary<string, byte[]> original;
    private SortedDictionary<string, byte[]> filesBefore = [];
    private Execution.BuildOptions optionsBefore = new(SiteFixture.Today);

    public EditedSite(string folder)
    {
        original = ProjectFolder.Snapshot(folder);
        Files = new SortedDictionary<string, byte[]>(original, StringComparer.Ordinal);
    }

    /// <summary>Gets the bytes of the content by path.</summary>
    public SortedDictionary<string, byte[]> Files { get; }

    public Execution.BuildOptions Options { get; private set; } = new(SiteFixture.Today);

    public static Gen<SiteEdit[]> Sequences(int length) => Gen.Choose(0, 1_000_000).Three()
        .Select(numbers => new SiteEdit(numbers.Item1 % Kinds.Length, numbers.Item2 % 1000, numbers.Item3 % 1000))
        .ArrayOf(length);

    /// <summary>A sentence at the end of each text, one after the other.</summary>
    public static SiteEdit[] OneSentenceEach(string folder) =>
        [.. Enumerable.Range(0, new EditedSite(folder).Files.Keys.Count(path => path.EndsWith(".md", StringComparison.Ordinal))).Select(target => new SiteEdit(Array.IndexOf(Kinds, "text"), target, target))];

    /// <summary>Leaves out one step after the other, to find the shortest sequence that fails.</summary>
    public static IEnumerable<SiteEdit[]> Shrink(SiteEdit[] edits) => edits.Length == 1 ? [] : edits.Select((_, i) => edits.Where((_, at) => at != i).ToArray());

    public static string Show(SiteEdit edit) => $"{Kinds[edit.Kind]}({edit.Target}, {edit.Value})";

    /// <summary>Applies an edit and returns the paths that it wrote or deleted.</summary>
    public IReadOnlyList<string> Apply(SiteEdit edit)
    {
        (filesBefore, optionsBefore) = (new SortedDictionary<string, byte[]>(Files, StringComparer.Ordinal), Options);
        var notices = Files.Keys.Where(path => path.EndsWith(".md", StringComparison.Ordinal) && Regex.IsMatch(path, "^(mitteilungen|schnellbriefe)/")).ToList();
        var pages = Files.Keys.Where(path => path.EndsWith(".md", StringComparison.Ordinal)).ToList();
        var notice = notices.Count == 0 ? "mitteilungen/2024/1.md" : notices[edit.Target % notices.Count];
        var page = pages.Count == 0 ? notice : pages[edit.Target % pages.Count];
        var (value, number) = (edit.Value, edit.Value.ToString(CultureInfo.InvariantCulture));
        switch (Kinds[edit.Kind])
        {
            case "text":
                return Write(page, TextOf(page) + $"\nNachtrag {number}.\n");
            case "title":
                return SetField(page, "title", $"Neuer Titel {number}");
            case "date":
                return SetField(notice, "date", $"2024-0{1 + (value % 4)}-1{value % 9}");
            case "access":
                return SetField(page, "access", value % 2 == 0 ? "members" : "public");
            case "teaser":
                return SetField(notice, "teaser", (value % 3) switch { 0 => "summary", 1 => "title", _ => "none" });
            case "deadline":
                return SetField(notice, "deadline", $"2024-0{3 + (value % 2)}-1{value % 9}");
            case "number":
                return SetField(notice, "number", (100 + (value % 60)).ToString(CultureInfo.InvariantCulture) + "/2024");
            case "related":
                return SetField(notice, "related", $"[{100 + (value % 60)}/2024, 77/2023]");
            case "delete":
                return Delete(Files.Keys.Where(path => path != "site.yml").ElementAt(edit.Target % (Files.Count - 1)));
            case "restore":
                var lost = original.Keys.ElementAt(edit.Target % original.Count);
                return Write(lost, original[lost]);
            case "new":
                return Write($"mitteilungen/2024/neu-{number}.md", $"---\ntitle: Ganz neu {number}\nnumber: {200 + (value % 50)}\ndate: 2024-03-0{1 + (value % 9)}\nrubric: {(value % 2 == 0 ? "Umwelt" : "engagement")}\naz: 13.0.70-00{value % 3}\n---\nText {number}.\n");
            case "copy":
                return Write($"seiten/kopie-{value % 5}.md", $"---\ntitle: Kopie {number}\naliases: [/kopiert-{value % 7}/]\n---\n[Ziel](../{notice})\n");
            case "rubrics":
                return Write("rubriken.yml", TextOf("rubriken.yml").Replace(value % 2 == 0 ? "Umwelt" : "Wahlen", value % 2 == 0 ? "Umwelt und Natur" : "Wahlen, Abstimmungen", StringComparison.Ordinal));
            case "site":
                return Write("site.yml", Regex.Replace(TextOf("site.yml"), value % 2 == 0 ? "title: .*" : "citation: [^}]*", value % 2 == 0 ? $"title: Verband {number}" : $"citation: Zitat {number}"));
            case "download":
                return Write("mitteilungen/2024/ews/Bewerbungsbogen & Anlage.txt", new string('x', 1 + (value * 3)));
            case "words":
                return Write("theme/strings/de.yml", $"page: {{headline: \"{{label}} vom {{date}} {value % 3}\"}}\n");
            case "today":
                Options = Options with { Today = SiteFixture.Today.AddDays((value % 60) - 20) };
                return [];
            case "baseUrl":
                Options = Options with { BaseUrl = value % 2 == 0 ? null : $"https://anderswo.example/{value % 3}" };
                return [];
            case "strict":
                Options = Options with { Strict = value % 3 == 0 };
                return [];
            case "break":
                return Write(page, TextOf(page) + $"\n[kaputt](fehlt-{number}.md)\n");
            case "touch":
                return Files.TryGetValue(page, out var same) ? Write(page, same) : [];
            case "threads":
                Options = Options with { Threads = 1 + (value % 4) };
                return [];
            case "withdraw":
                return SetField(notice, "withdrawn", $"{{date: 2024-03-1{value % 5}, reason: Grund {value % 3}}}");
            case "summary":
                return SetField(page, "summary", $"Kurz gesagt {number}");
            case "template":
                return Write("theme/templates/rubric.hbs", $"<title>{{{{page.head.title}}}}</title> Vorlage {value % 3}\n");
            case "style":
                return Write("theme/variables.css", $":root {{ --color-accent: #00{number[..1]}; }}\n");
            default:
                return Write("mitteilungen/2024/ews/ablauf.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\" id=\"a{number}\"/>");
        }
    }

    /// <summary>Takes the last edit back and returns the paths concerned.</summary>
    public IReadOnlyList<string> Undo()
    {
        var changed = Files.Keys.Union(filesBefore.Keys).Where(path => Files.GetValueOrDefault(path) != filesBefore.GetValueOrDefault(path)).ToList();
        Files.Clear();
        foreach (var (path, bytes) in filesBefore)
        {
            Files[path] = bytes;
        }

        Options = optionsBefore;
        return changed;
    }

    private string TextOf(string path) => Files.TryGetValue(path, out var bytes) ? Encoding.UTF8.GetString(bytes) : "";

    /// <summary>Replaces a field of a front matter under its English or German name, or adds it.</summary>
    private string[] SetField(string path, string key, string value)
    {
        var text = TextOf(path);
        var spelling = key switch
        {
            "title" => "titel",
            "date" => "datum",
            "number" => "nummer",
            "deadline" => "frist",
            "related" => "verwandt",
            "summary" => "zusammenfassung",
            _ => key,
        };
        var field = new Regex($"^(?:{key}|{spelling}):.*\n(?: +- .*\n)*", RegexOptions.Multiline);
        var line = $"{key}: {value}\n";
        return Write(path, field.IsMatch(text) ? field.Replace(text, line, 1) : new Regex("^---\r?\n").Replace(text, "---\n" + line, 1));
    }

    private string[] Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    private string[] Write(string path, byte[] bytes)
    {
        Files[path] = bytes;
        return [path];
    }

    private string[] Delete(string path)
    {
        Files.Remove(path);
        return [path];
    }
}
