using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Reads <c>.addresses</c>: one published address a line; empty lines and lines with # do not count.</summary>
public static class PublishedAddressesReader
{
    public static Parsed<PublishedAddresses> Read(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var findings = new List<Diagnostic>();
        var text = bytes.IsEmpty ? "" : SourceText.Decode(path, bytes.Span, findings) ?? "";
        var routes = text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith('/')).Select(line => new Route(line));
        return new Parsed<PublishedAddresses>(new PublishedAddresses([.. routes]), [.. findings], []);
    }
}
