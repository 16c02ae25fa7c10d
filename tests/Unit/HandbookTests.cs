using System.Text;
using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Fachinfo.Reading;
using Fachinfo.Reading.Council;

namespace Fachinfo.Tests;

/// <summary>The handbook cannot fall behind: two pages are made from tables, and its examples are read by the program.</summary>
public partial class HandbookTests
{
    private static readonly string Folder = Repository.PathOf("content", "seiten", "redaktion");

    [Fact]
    public void Page_of_all_fields_is_made_from_the_reader_s_tables() => Compare("felder.md", Handbook.FieldsPage());

    /// <summary>Messages and the drafts of <c>fachinfo new</c> show them too.</summary>
    [Fact]
    public void Examples_inside_of_fields_use_the_german_words() => Expect.Nothing(
        from section in Handbook.AllTables
        from field in section.All
        from match in InnerKey().Matches(field.Example)
        let key = match.Groups["key"].Value
        where FieldNesting.TableOf(field)?.All.Any(inner => inner.German == key) != true
        select $"{field.German}: {field.Example}: {key}");

    [Fact]
    public void Page_of_all_messages_is_made_from_the_catalogue() => Compare("meldungen.md", Handbook.CodesPage());

    [Fact]
    public void Every_file_that_the_handbook_shows_can_be_read()
    {
        var examples = Directory.GetFiles(Folder, "*.md").Order(StringComparer.Ordinal)
            .SelectMany(file => Example().Matches(File.ReadAllText(file)).Select(match => (File: Path.GetFileName(file), Text: match.Groups["text"].Value)))
            .ToList();
        Assert.True(examples.Count >= 2);
        Expect.Nothing(examples.SelectMany(example => FindingsOf(example.File, example.Text).Select(finding => $"{example.File}: {finding.Message}")));
    }

    [Fact]
    public void Notice_that_the_handbook_shows_has_a_rubric_of_this_site()
    {
        var notice = Example().Match(File.ReadAllText(Path.Combine(Folder, "mitteilung.md"))).Groups["text"].Value;
        var site = SiteFixture.Check($"-- rubriken.yml --\n{File.ReadAllText(Repository.PathOf("content", "rubriken.yml"))}\n-- mitteilungen/2026/146.md --\n{notice}", new(new(2026, 12, 1)));
        Assert.DoesNotContain(site.Result.Findings, finding => finding.Code == Codes.UnknownRubric.Id);
    }

    private static System.Collections.Immutable.ImmutableArray<Diagnostic> FindingsOf(string file, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return file == "ratsarchiv.md"
            ? PaperReader.Read(new("ratsarchiv/juelich/vorlagen/2017/325-2017.md"), bytes).Findings
            : NoticeReader.Read(new("mitteilungen/2026/146.md"), bytes).Findings;
    }

    private static void Compare(string name, string expected)
    {
        var file = Path.Combine(Folder, name);
        if (Repository.UpdatesGolden)
        {
            File.WriteAllText(file, expected, new UTF8Encoding(false));
            return;
        }

        Assert.True(expected == File.ReadAllText(file), $"content/seiten/redaktion/{name} is behind the program; write it with UPDATE_GOLDEN=1 dotnet test, and read it");
    }

    [GeneratedRegex(@"[{,]\s*(?<key>[\w-]+):\s", RegexOptions.ExplicitCapture)]
    private static partial Regex InnerKey();

    [GeneratedRegex("^```yaml\n(?<text>---\n.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Example();
}
