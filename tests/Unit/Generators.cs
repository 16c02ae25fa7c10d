using FsCheck;
using FsCheck.Fluent;

namespace Fachinfo.Tests;

/// <summary>Values for properties: text as people and machines spoil it.</summary>
public static class Generators
{
    private static readonly string[] YamlPieces =
    [
        "title: A", "titel:", "number: 1", "nummer: 99999999999999999999", "date: 2024-01-02", "datum: 31.02.2024", "rubric: Umwelt", "rubrik: [a, [b, {c: d}]]",
        "az: 13.0.70-001", "az: [1, 2, ", "- a", "- - - b", "? x", ": y", "&a b", "*a", "!!str x", "!<x> y", "%YAML 1.2", "%TAG ! a", "---", "...", "--- ---", "# x",
        "\"offen", "'offen", "|", "|2-", ">+", "  eingerückt", "\teingerückt", "{a: b", "[", "]", "}", ",", ": ", "<<: *a", "a: b: c", "@x", "`x", "key: \"\\u00e4\\x\"",
        "\u0085", "\u2028", "\uFEFF", "\u00A0x: y", "downloads: [{file: a, url: b}, {}, x, []]", "deadline: {date: x}", "withdrawn: {reason: x}", "contact: []",
        "aliases: [/a, /a, '/?x', //b]", "related: [1/2, '', ../x.md]", "accept: [FM010, MD001]", "draft: ja", "access: members", "teaser: none", "updated: 0001-01-01",
        "null: null", "~: ~", "1: 2", "true: false", "summary: >\n  lang\n  er", "x: |\n\ty", "?", "-", "summary: \"a\\\n  b\"", "date: 9999-12-31", "baseUrl: https://[::1",
    ];

    private static readonly string[] MarkdownPieces =
    [
        "# Eins", "###### Sechs", "###", "## a {#x .y onclick=z}", "a\n===", "b\n---", "- x", "  - y", "1. z", "99999999999. z", "* * *", "> q", ">>>> q", "    code",
        "```js\nx", "~~~", "[a](b)", "[a](<b c>)", "[a]()", "[](x)", "[a][b]", "[b]: c \"d\"", "[b]: <>", "![a](b.png)", "![](data:x)", "![a](b \"t\")",
        "[x](javascript:a)", "<javascript:a>", "[x](&#x6A;avascript:a)", "[x](java\tscript:a)", "<a@b.de>", "https://x.de/ä?b=c#d", "www.x.de.", "ftp://x", "a@b.de", "@", "x@y",
        "<b>", "</b>", "<b", "<!-- x", "-->", "<script>alert(1)</script>", "<svg onload=a>", "<img src=x onerror=a>", "<?php", "<![CDATA[x", "<!DOCTYPE", "<style>", "<a href='x'>",
        "|a|b|\n|-|-|\n|1|", "|a\n|:-:", "a|b\n-|-", "| |", "+---+\n| x |", "[^1]", "[^1]: n", "[^1]:", "[^ ]", "[^a]: [^a]", "*[A]: b", "*[]: x", "A", "x\n: y", ": z",
        "*a*", "**b", "_c_", "***", "`d`", "``", "`` ` ``", "\\", "\\*", "&amp;", "&#0;", "&#xFFFFFF;", "&nosuch;", "\0", "\u0001", "\u202E", "\uD800", "😀", "ä", "a\u0308",
        "  ", "\t", "\r", "\n\n", "\n\n\n", "--", "...", "\"", "'", "„x“", "{{page}}", "{{{x}}}", "{%", "$x$", "==m==", "~~s~~", "H~2~O", ":smile:", "[ ] x", "[x] y", "\u2028",
    ];

    /// <summary>Lines of YAML, whole and broken.</summary>
    public static Gen<string> Yaml => Lines(YamlPieces);

    /// <summary>Markdown, whole and broken, also without line ends between the pieces.</summary>
    public static Gen<string> Markdown => Gen.OneOf(Lines(MarkdownPieces), Gen.Elements(MarkdownPieces).ListOf().Select(pieces => string.Concat(pieces)));

    /// <summary>Characters of all kinds, half surrogates and control characters among them.</summary>
    public static Gen<string> Text => Gen.OneOf(
        Gen.Choose(0, 0xFFFF).Select(code => (char)code),
        Gen.Choose(' ', '~').Select(code => (char)code),
        Gen.Elements("äöüÄÖÜßẞéłőŞ–„“-/. \t0123456789\u0308\u0301".ToCharArray())).ListOf().Select(letters => new string([.. letters]));

    /// <summary>Makes a text smaller for reports: without one of its lines or a half of its characters.</summary>
    public static IEnumerable<string> Shrink(string text)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length && lines.Length > 1; i++)
        {
            yield return string.Join('\n', lines.Where((_, at) => at != i));
        }

        if (text.Length > 1)
        {
            yield return text[..(text.Length / 2)];
            yield return text[(text.Length / 2)..];
        }
    }

    private static Gen<string> Lines(string[] pieces) => Gen.Elements(pieces).ListOf().Select(lines => string.Join('\n', lines));
}
