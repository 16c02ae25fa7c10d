using System.Globalization;
using System.Text;

namespace Fachinfo.Bench;

/// <summary>A synthetic content folder of any size, the same bytes for the same seed and count.</summary>
internal static class Corpus
{
    private const string Configuration = """
        title: Städteverbund Musterland
        baseUrl: https://www.verband.example
        publisher: {name: Städteverbund Musterland e. V., email: post@verband.example}
        series:
          - {id: mitteilungen, label: Mitteilung, citation: SVM-Mitteilung}

        """;

    private static readonly string[] PlainPages = ["impressum", "datenschutz", "barrierefreiheit"];

    /// <param name="settings">Further lines of <c>site.yml</c>.</param>
    public static void Write(string folder, int count, int seed, string settings = "")
    {
        Write(folder, "site.yml", Configuration + settings);
        Write(folder, "rubriken.yml", RubricPlan.ToYaml());
        foreach (var name in PlainPages)
        {
            Write(folder, $"seiten/{name}.md", $"---\ntitel: {char.ToUpperInvariant(name[0])}{name[1..]}\n---\n\n{new GermanWords(Chance.Of(seed, 0, name.Length)).Paragraph(12)}\n");
        }

        var plan = new NoticePlan(count, seed);
        for (var i = 0; i < plan.Years.Count; i++)
        {
            var (year, inYear) = plan.Years[i];
            for (var number = 1; number <= inYear; number++)
            {
                Write(folder, NoticePath(year, number), NoticeText.Write(plan, i, number));
            }
        }
    }

    public static string FileName(int number) => number.ToString("0000", CultureInfo.InvariantCulture) + ".md";

    private static string NoticePath(int year, int number) => string.Create(CultureInfo.InvariantCulture, $"mitteilungen/{year}/{FileName(number)}");

    public static void Write(string folder, string path, string text) => Write(folder, path, Encoding.UTF8.GetBytes(text));

    public static void Write(string folder, string path, ReadOnlySpan<byte> bytes)
    {
        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, bytes);
    }
}
