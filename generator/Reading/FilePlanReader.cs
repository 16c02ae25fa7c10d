using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Reads <c>aktenplan.yml</c>: one line for each prefix of a plan number, with its label.</summary>
public static class FilePlanReader
{
    public static Parsed<FilePlan> Read(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var findings = new List<Diagnostic>();
        if (SourceText.Decode(path, bytes.Span, findings) is not { } text || YamlReader.ReadMap(path, text, 0, findings) is not { } map)
        {
            return new Parsed<FilePlan>(null, [.. findings], []);
        }

        var labels = ImmutableSortedDictionary.CreateBuilder<string, string>(GermanCollation.Instance);
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (key, value) in map.Entries)
        {
            if (!lines.TryAdd(key.Value, key.Line))
            {
                findings.Add(Codes.DuplicateKey.At(new SourceLocation(path, key.Line, key.Column), key.Value, lines[key.Value].ToString(CultureInfo.InvariantCulture)));
            }
            else if (value is YamlScalar label)
            {
                labels[key.Value] = label.Value;
            }
            else
            {
                findings.Add(Codes.WrongShape.At(new SourceLocation(path, value.Line, value.Column), key.Value, "mehrere Angaben", "eine Bezeichnung", "\"13.0\": Bürgerschaft"));
            }
        }

        return new Parsed<FilePlan>(new FilePlan(labels.ToImmutable()), [.. findings], []);
    }
}
