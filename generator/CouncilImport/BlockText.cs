using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Fachinfo.Model;

namespace Fachinfo.CouncilImport;

/// <summary>How a file is made of blocks.</summary>
internal enum FileLayout
{
    /// <summary>Keys between two lines of three hyphens, text below.</summary>
    FrontMatter,

    /// <summary>Keys only: <c>kommune.yml</c>.</summary>
    Map,

    /// <summary>Entries that begin with a hyphen: <c>gremien.yml</c>.</summary>
    List,
}

/// <summary>Takes files apart into blocks and puts them together again, without understanding what an editor wrote inside of them.</summary>
internal static class BlockText
{
    /// <summary>The key of the text under the front matter, and of entries without a record id.</summary>
    public const string Rest = "";

    /// <summary>The key of comments above the first key.</summary>
    public const string Head = "#";

    private const string Fence = "---";

    /// <summary>Returns <see langword="null"/> for front matter without an end.</summary>
    public static ImmutableArray<Block>? Split(string text, FileLayout layout, FieldTable table)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var count = lines.Length > 0 && lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        if (layout != FileLayout.FrontMatter)
        {
            return SplitLines(lines.AsSpan(0, count), layout, table);
        }

        if (count == 0 || lines[0].TrimEnd() != Fence)
        {
            return null;
        }

        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == Fence);
        if (end < 0)
        {
            return null;
        }

        var body = end + 1 < lines.Length ? string.Join('\n', lines[(end + 1)..]) : "";
        return [.. SplitLines(lines.AsSpan(1, end - 1), layout, table), new Block(Rest, body)];
    }

    public static string Join(IEnumerable<Block> blocks, FileLayout layout)
    {
        var all = blocks.ToList();
        var keys = string.Concat(all.Where(block => layout != FileLayout.FrontMatter || block.Key != Rest).Select(block => block.Text));
        return layout == FileLayout.FrontMatter
            ? $"{Fence}\n{keys}{Fence}\n{string.Concat(all.Where(block => block.Key == Rest).Select(block => block.Text))}"
            : keys;
    }

    /// <summary>Takes a list inside of a block apart, as the import writes it; empty for any other form.</summary>
    public static IEnumerable<(string? Id, string Text)> Items(string block)
    {
        var item = new StringBuilder();
        foreach (var line in block.Split('\n').Skip(1))
        {
            if (line.StartsWith("  - ", StringComparison.Ordinal) && item.Length > 0)
            {
                yield return (Peek(item.ToString(), "id", 4), item.ToString());
                item.Clear();
            }

            if (line.StartsWith("  - ", StringComparison.Ordinal) || (line.StartsWith("    ", StringComparison.Ordinal) && item.Length > 0))
            {
                item.Append(line).Append('\n');
            }
        }

        if (item.Length > 0)
        {
            yield return (Peek(item.ToString(), "id", 4), item.ToString());
        }
    }

    /// <summary>Looks up a text in a block without parsing it: <c>key: value</c> at a depth, or anywhere in a map on one line.</summary>
    public static string? Peek(string block, string key, int depth)
    {
        foreach (var line in block.Split('\n'))
        {
            var plain = line.Length > depth && (line[..depth].Trim() is "" or "-") ? line[depth..] : line.TrimStart(' ', '-');
            if (plain.StartsWith(key + ":", StringComparison.OrdinalIgnoreCase) && (line.Length <= depth || line[depth] != ' '))
            {
                return Unquote(plain[(key.Length + 1)..].Trim(), "#");
            }

            var open = plain.StartsWith('{') ? plain.IndexOf(key + ":", StringComparison.OrdinalIgnoreCase) : -1;
            if (open > 0 && plain[open - 1] is '{' or ' ' or ',')
            {
                return Unquote(plain[(open + key.Length + 1)..].Trim(), ",}");
            }
        }

        return null;
    }

    private static string? Unquote(string text, string ends)
    {
        if (text.StartsWith('"'))
        {
            for (var end = text.IndexOf('"', 1); end > 0; end = text.IndexOf('"', end + 1))
            {
                try
                {
                    return JsonElement.Parse(text[..(end + 1)]).GetString();
                }
                catch (JsonException)
                {
                    // An escaped quote; the text goes on.
                }
            }

            return null;
        }

        if (text.StartsWith('\''))
        {
            var end = text.IndexOf('\'', 1);
            return end > 0 ? text[1..end] : null;
        }

        var stop = ends == "#" ? text.IndexOf(" #", StringComparison.Ordinal) : text.AsSpan().IndexOfAny(ends);
        var plain = (stop < 0 ? text : text[..stop]).Trim();
        return plain.Length == 0 ? null : plain;
    }

    private static ImmutableArray<Block> SplitLines(ReadOnlySpan<string> lines, FileLayout layout, FieldTable table)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var text = new StringBuilder();
        var key = Rest;
        var hasKey = false;
        foreach (var line in lines)
        {
            var starts = StartsBlock(line, layout);
            if (starts && text.Length > 0)
            {
                // Comments above the first key stay where they are.
                blocks.Add(hasKey ? Close(key, text, layout) : Close(Head, text, FileLayout.Map));
            }

            if (starts)
            {
                hasKey = true;
                key = layout == FileLayout.List ? Rest : KeyOf(line, table);
            }

            text.Append(line).Append('\n');
        }

        if (text.Length > 0)
        {
            blocks.Add(hasKey ? Close(key, text, layout) : Close(Head, text, FileLayout.Map));
        }

        return blocks.ToImmutable();
    }

    private static Block Close(string key, StringBuilder text, FileLayout layout)
    {
        var whole = text.ToString();
        text.Clear();
        return new Block(layout == FileLayout.List ? Peek(whole, "id", 2) ?? Rest : key, whole);
    }

    private static bool StartsBlock(string line, FileLayout layout) => layout == FileLayout.List
        ? line.StartsWith("- ", StringComparison.Ordinal)
        : line.Length > 0 && line[0] is not (' ' or '\t' or '#' or '-') && line.Contains(':', StringComparison.Ordinal);

    private static string KeyOf(string line, FieldTable table)
    {
        var name = line[..line.IndexOf(':', StringComparison.Ordinal)].Trim('"', '\'', ' ');
        return table.Find(name)?.German ?? name;
    }
}
