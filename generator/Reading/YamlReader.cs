using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Fachinfo.Reading;

/// <summary>Reads YAML into nodes with places, from the parser's events.</summary>
/// <remarks>
/// Anchors, aliases, tags, more than 64 KB and more than eight levels are refused. That is the whole defence against YAML
/// bombs, and it costs editors nothing: front matter needs none of it.
/// </remarks>
internal sealed class YamlReader
{
    public const int LargestText = 64 * 1024;
    private const int DeepestLevel = 8;

    private readonly SourcePath path;
    private readonly int lineOffset;
    private readonly ICollection<Diagnostic> findings;
    private readonly Parser parser;

    private YamlReader(SourcePath path, string text, int lineOffset, ICollection<Diagnostic> findings)
    {
        this.path = path;
        this.lineOffset = lineOffset;
        this.findings = findings;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads one document that is a map.</summary>
    /// <param name="lineOffset">Lines that stand before the text in its file.</param>
    /// <returns>The map; empty for an empty text; <see langword="null"/> if it cannot be read, with a finding.</returns>
    public static YamlMap? ReadMap(SourcePath path, string text, int lineOffset, ICollection<Diagnostic> findings, int largestText = LargestText)
    {
        var node = Read(path, text, lineOffset, findings, largestText);
        switch (node)
        {
            case YamlMap map:
                return map;
            case YamlScalar { IsEmpty: true }:
                return new YamlMap([], lineOffset + 1, 1);
            case not null:
                findings.Add(Codes.YamlSyntax.At(
                    new SourceLocation(path, node.Line, node.Column),
                    "erwartet werden Zeilen der Form „Feld: Wert“"));
                return null;
            default:
                return null;
        }
    }

    /// <summary>Reads one document of any shape; <see langword="null"/> if it cannot be read, with a finding.</summary>
    public static YamlNode? Read(SourcePath path, string text, int lineOffset, ICollection<Diagnostic> findings, int largestText = LargestText)
    {
        if (text.Length > largestText)
        {
            findings.Add(Codes.FrontMatterTooLarge.At(new SourceLocation(path, lineOffset + 1, 1), GermanText.Size(largestText)));
            return null;
        }

        var reader = new YamlReader(path, text, lineOffset, findings);
        try
        {
            return reader.ReadDocument();
        }
        catch (YamlException problem)
        {
            var start = problem.Start;
            findings.Add(Codes.YamlSyntax.At(
                new SourceLocation(path, (int)start.Line + lineOffset, Math.Max(1, (int)start.Column)),
                YamlProblem.Describe((problem.InnerException ?? problem).Message)));
            return null;
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException or FormatException or OverflowException or IndexOutOfRangeException)
        {
            // The parser's own faults on odd escapes and unfinished lists; the place is the last piece that it understood.
            var end = reader.parser.Current?.End ?? Mark.Empty;
            findings.Add(Codes.YamlSyntax.At(reader.Place(end), "hinter dieser Stelle ist etwas nicht lesbar, etwa eine Klammer, die nicht geschlossen wird"));
            return null;
        }
    }

    private YamlNode? ReadDocument()
    {
        parser.MoveNext();
        parser.MoveNext();
        if (parser.Current is not DocumentStart)
        {
            return new YamlScalar("", false, lineOffset + 1, 1);
        }

        parser.MoveNext();
        var node = ReadNode(1);
        if (node is null)
        {
            return null;
        }

        parser.MoveNext();
        if (parser.MoveNext() && parser.Current is DocumentStart second)
        {
            findings.Add(Codes.YamlSyntax.At(Place(second.Start), "es stehen zwei Dokumente in einer Datei"));
            return null;
        }

        return node;
    }

    /// <summary>Reads the node that the parser stands on and leaves it on its last event.</summary>
    private YamlNode? ReadNode(int level)
    {
        var current = parser.Current!;
        var (line, column) = ((int)current.Start.Line + lineOffset, (int)current.Start.Column);
        if (current is AnchorAlias)
        {
            findings.Add(Codes.YamlAnchor.At(Place(current.Start)));
            return null;
        }

        if (current is NodeEvent { Anchor.IsEmpty: false })
        {
            findings.Add(Codes.YamlAnchor.At(Place(current.Start)));
            return null;
        }

        if (current is NodeEvent { Tag.IsEmpty: false } tagged)
        {
            findings.Add(Codes.YamlTag.At(Place(current.Start), tagged.Tag.IsNonSpecific ? "!" : tagged.Tag.Value));
            return null;
        }

        if (level > DeepestLevel)
        {
            findings.Add(Codes.YamlTooDeep.At(Place(current.Start), DeepestLevel.ToString(CultureInfo.InvariantCulture)));
            return null;
        }

        return current switch
        {
            Scalar scalar => new YamlScalar(scalar.Style is ScalarStyle.DoubleQuoted ? SourceText.WithoutControls(scalar.Value) : scalar.Value, scalar.Style is not ScalarStyle.Plain, line, column),
            SequenceStart => ReadSequence(line, column, level),
            MappingStart => ReadMapping(line, column, level),
            _ => throw new YamlException(current.Start, current.End, "unexpected content"),
        };
    }

    private YamlSequence? ReadSequence(int line, int column, int level)
    {
        var items = new List<YamlNode>();
        while (parser.MoveNext() && parser.Current is not SequenceEnd)
        {
            if (ReadNode(level + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlSequence(items, line, column);
    }

    private YamlMap? ReadMapping(int line, int column, int level)
    {
        var entries = new List<YamlEntry>();
        while (parser.MoveNext() && parser.Current is not MappingEnd)
        {
            if (ReadNode(level + 1) is not { } key)
            {
                return null;
            }

            if (key is not YamlScalar name)
            {
                findings.Add(Codes.YamlSyntax.At(new SourceLocation(path, key.Line, key.Column), "links vom Doppelpunkt steht kein einfacher Name"));
                return null;
            }

            parser.MoveNext();
            if (ReadNode(level + 1) is not { } value)
            {
                return null;
            }

            entries.Add(new YamlEntry(name, value));
        }

        return new YamlMap(entries, line, column);
    }

    private SourceLocation Place(Mark mark) => new(path, (int)mark.Line + lineOffset, (int)mark.Column);
}
