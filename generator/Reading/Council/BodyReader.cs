using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Reading.Council;

/// <summary>Reads <c>kommune.yml</c>.</summary>
public static class BodyReader
{
    private const int AgsLength = 8;

    public static Parsed<BodyContent> Read(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var findings = new List<Diagnostic>();
        var body = SourceText.Decode(path, bytes.Span, findings) is { } text && YamlReader.ReadMap(path, text, 0, findings) is { } map
            ? Read(path, new FieldReader(path, map, CouncilFields.Body, findings), findings)
            : null;
        return new Parsed<BodyContent>(body, [.. findings], []);
    }

    private static BodyContent? Read(SourcePath path, FieldReader fields, List<Diagnostic> findings)
    {
        var folder = CouncilReading.FolderOf(path);
        if (folder != Slug.Of(folder))
        {
            findings.Add(Codes.BodyFolderInvalid.At(path, folder));
            return null;
        }

        if (fields.RequireText(CouncilFields.BodyName) is not { } name)
        {
            return null;
        }

        if (fields.Text(CouncilFields.Ags) is { } ags && !(ags.Value.Length == AgsLength && ags.Value.All(char.IsAsciiDigit)))
        {
            findings.Add(Codes.AgsInvalid.At(ags.In(path), ags.Value));
        }

        return new BodyContent(folder, name)
        {
            ShortName = fields.TextValue(CouncilFields.ShortName),
            Ags = fields.TextValue(CouncilFields.Ags),
            Website = CouncilReading.ReadAddress(path, fields, CouncilFields.Website, findings),
            License = CouncilReading.ReadAddress(path, fields, CouncilFields.License, findings),
            Contact = SharedFields.ReadContact(fields, Fields.Contact),
            IsFrozen = fields.Switch(CouncilFields.IsFrozen),
            Updated = fields.Date(Fields.Updated)?.Value,
            Origin = fields.TextValue(CouncilFields.Origin),
            LegislativeTerms = ReadTerms(path, fields, findings),
            Record = CouncilReading.ReadRecord(fields),
        };
    }

    private static ImmutableArray<LegislativeTerm> ReadTerms(SourcePath path, FieldReader fields, List<Diagnostic> findings)
    {
        var terms = ImmutableArray.CreateBuilder<LegislativeTerm>();
        foreach (var entry in fields.MapList(CouncilFields.LegislativeTerms, CouncilFields.LegislativeTerm))
        {
            if (entry.RequireText(CouncilFields.TermName) is { } name)
            {
                terms.Add(new LegislativeTerm(name.Value, entry.Date(CouncilFields.Start)?.Value, CouncilReading.ReadEnd(path, entry, findings))
                {
                    Record = CouncilReading.ReadRecord(entry),
                });
            }
        }

        return terms.ToImmutable();
    }
}
