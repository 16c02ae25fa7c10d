using System.Globalization;
using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;

namespace Fachinfo.Theming;

/// <summary>Finds the line of a template that a message of the engine is about.</summary>
internal static partial class TemplatePlace
{
    /// <summary>The line that the engine names, else the first place where the unknown name stands, else the template.</summary>
    public static SourceLocation Find(IReadOnlyDictionary<string, (SourcePath Path, string Text)> sources, string template, string message)
    {
        if (UnknownName().Match(message) is { Success: true } unknown)
        {
            var name = unknown.Groups["name"].Value;
            foreach (var key in sources.Keys.Order(StringComparer.Ordinal).Prepend(template))
            {
                if (sources.TryGetValue(key, out var candidate) && FindName(candidate.Path, candidate.Text, name) is { } place)
                {
                    return place;
                }
            }
        }

        var path = sources.TryGetValue(template, out var source) ? source.Path : default;
        if (source.Text is { } text && OpenBlock().Match(message) is { Success: true } block && FindOpen(source.Path, text, block.Groups["name"].Value) is { } open)
        {
            return open;
        }

        if (source.Text is { } all && ClosingTag().Match(message) is { Success: true } closing && all.LastIndexOf("{{" + closing.Groups["name"].Value, StringComparison.Ordinal) is >= 0 and var tag)
        {
            return PlaceAt(source.Path, all, tag);
        }

        var line = LineNumber().Match(message);
        return line.Success
            ? new SourceLocation(path, int.Parse(line.Groups["line"].Value, CultureInfo.InvariantCulture), 1)
            : SourceLocation.Of(path);
    }

    private static SourceLocation? FindName(SourcePath path, string text, string name)
    {
        var use = Regex.Match(text, @"\{\{[^}]*?(?<![\w-])" + Regex.Escape(name) + @"(?![\w-])", RegexOptions.CultureInvariant);
        if (!use.Success)
        {
            return null;
        }

        return PlaceAt(path, text, use.Index);
    }

    /// <summary>The innermost block of a name that no tag closes.</summary>
    private static SourceLocation? FindOpen(SourcePath path, string text, string name)
    {
        var open = new Stack<int>();
        foreach (Match tag in Regex.Matches(text, @"\{\{~?(?<kind>[#/])>?\s*" + Regex.Escape(name) + @"(?![\w-])", RegexOptions.CultureInvariant))
        {
            if (tag.Groups["kind"].Value == "#")
            {
                open.Push(tag.Index);
            }
            else
            {
                _ = open.TryPop(out _);
            }
        }

        return open.TryPeek(out var index) ? PlaceAt(path, text, index) : null;
    }

    private static SourceLocation PlaceAt(SourcePath path, string text, int index)
    {
        var before = text.AsSpan(0, index);
        return new SourceLocation(path, before.Count('\n') + 1, index - before.LastIndexOf('\n'));
    }

    [GeneratedRegex("^(?<name>.+) is undefined|partial name '(?<name>[^']+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex UnknownName();

    [GeneratedRegex("before block expression '#?(?<name>[^']+)' was closed", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OpenBlock();

    [GeneratedRegex("closing element '(?<name>/[^']+)'", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ClosingTag();

    [GeneratedRegex(@"[Ll]ine:?\s*(?<line>\d+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LineNumber();
}
