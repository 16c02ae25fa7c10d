using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>A file of front matter and Markdown, opened: its fields, and its text as HTML and facts.</summary>
/// <param name="File">The same, uncut.</param>
/// <param name="Findings">What is wrong with it, to be added to.</param>
internal sealed record TextFile(SourcePath Path, FrontMatter File, FieldReader Fields, MarkdownBody Body, List<Diagnostic> Findings)
{
    /// <summary>Opens a file and reads it.</summary>
    /// <param name="table">The keys that it may have.</param>
    /// <param name="read">Makes the document; <see langword="null"/> if too much of it is missing, which is then reported.</param>
    public static Parsed<T> Read<T>(SourcePath path, ReadOnlyMemory<byte> bytes, FieldTable table, Func<TextFile, T?> read, int largestYaml = YamlReader.LargestText)
        where T : class
    {
        var findings = new List<Diagnostic>();
        if (Open(path, bytes.Span, findings, largestYaml) is not { } file)
        {
            return new Parsed<T>(null, [.. findings], []);
        }

        var fields = new FieldReader(path, file.Map, table, findings);
        var body = MarkdownReader.Shared.Read(path, file.Body, file.BodyLine, findings);
        var document = read(new TextFile(path, file, fields, body, findings));
        var accepted = SharedFields.ReadAccepted(path, fields, findings);
        return document is null ? new Parsed<T>(null, [.. findings], accepted) : new Parsed<T>(document, [.. findings], accepted) { Body = body.Html };
    }

    private static FrontMatter? Open(SourcePath path, ReadOnlySpan<byte> bytes, List<Diagnostic> findings, int largestYaml)
    {
        if (SourceText.Rent(path, bytes, findings) is not { } text)
        {
            return null;
        }

        using (text)
        {
            return FrontMatter.Split(path, text.Span, findings, largestYaml);
        }
    }
}
