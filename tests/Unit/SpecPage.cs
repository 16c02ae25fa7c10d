using System.Text;

namespace Fachinfo.Tests;

/// <summary>An example of a spec page: what an editor writes, and what must come of it.</summary>
/// <param name="Title">The heading above it, with a number if there are several below one heading.</param>
/// <param name="Html">The text of the page; empty if an error keeps it from being built.</param>
/// <param name="Findings">Lines such as <c>(3,7) LK001</c>, counted from the first line of the example.</param>
public sealed record SpecExample(string Page, string Title, string Markdown, string Html, string Findings);

/// <summary>Reads spec pages: prose with blocks fenced by <c>~~~</c>, named markdown, html and meldungen.</summary>
public static class SpecPage
{
    private const string Fence = "~~~";

    public static readonly string Folder = Repository.PathOf("tests", "Spec");

    public static IEnumerable<SpecExample> Read(string path)
    {
        var heading = "";
        var count = 0;
        SpecExample? example = null;
        foreach (var (line, kind, text) in Blocks(File.ReadAllLines(path)))
        {
            switch (kind)
            {
                case "markdown":
                    if (example is not null)
                    {
                        yield return example;
                    }

                    count++;
                    example = new SpecExample(Path.GetFileName(path), count == 1 ? heading : $"{heading} ({count})", text, "", "");
                    break;
                case "html" when example is not null:
                    example = example with { Html = text };
                    break;
                case "meldungen" when example is not null:
                    example = example with { Findings = text };
                    break;
                case "":
                    if (example is not null)
                    {
                        yield return example;
                    }

                    (heading, count, example) = (text, 0, null);
                    break;
                default:
                    throw new InvalidDataException($"{path}({line}): a block is markdown, html or meldungen, and markdown comes first.");
            }
        }

        if (example is not null)
        {
            yield return example;
        }
    }

    /// <summary>Writes a page anew with what came of its examples; the prose stays.</summary>
    public static void Rewrite(string path, Func<SpecExample, (string Html, string Findings)> run)
    {
        var lines = File.ReadAllLines(path);
        var examples = Read(path).ToList();
        var text = new StringBuilder();
        var next = 0;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i] is Fence + " html" or Fence + " meldungen")
            {
                i = EndOf(lines, i);
                i += i + 1 < lines.Length && lines[i + 1].Length == 0 ? 1 : 0;
                continue;
            }

            text.Append(lines[i]).Append('\n');
            if (lines[i] != Fence + " markdown")
            {
                continue;
            }

            for (var end = EndOf(lines, i++); i <= end; i++)
            {
                text.Append(lines[i]).Append('\n');
            }

            i--;
            var (html, findings) = run(examples[next++]);
            text.Append(Block("html", html)).Append(Block("meldungen", findings));
        }

        File.WriteAllText(path, text.ToString());
    }

    private static string Block(string kind, string text) => text.Length == 0 ? "" : $"\n{Fence} {kind}\n{text}\n{Fence}\n";

    /// <summary>Headings have an empty kind.</summary>
    private static IEnumerable<(int Line, string Kind, string Text)> Blocks(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].StartsWith("## ", StringComparison.Ordinal))
            {
                yield return (i + 1, "", lines[i][3..]);
            }
            else if (lines[i].StartsWith(Fence + " ", StringComparison.Ordinal))
            {
                var end = EndOf(lines, i);
                yield return (i + 1, lines[i][(Fence.Length + 1)..], string.Join('\n', lines[(i + 1)..end]));
                i = end;
            }
        }
    }

    private static int EndOf(string[] lines, int start) => Array.IndexOf(lines, Fence, start + 1) is var end and >= 0
        ? end
        : throw new InvalidDataException($"The block in line {start + 1} is not closed.");
}
