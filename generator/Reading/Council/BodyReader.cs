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

        if (fields.RequireText(CouncilFields.Name) is not { } name)
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
            Website = ReadAddress(path, fields, CouncilFields.Website, findings),
            License = ReadAddress(path, fields, CouncilFields.License, findings),
            Contact = SharedFields.ReadContact(fields, Fields.Contact),
            IsFrozen = fields.Switch(CouncilFields.IsFrozen),
            Updated = fields.Date(Fields.Updated)?.Value,
            Origin = fields.TextValue(CouncilFields.Origin),
            LegislativeTerms = ReadTerms(fields),
            Record = CouncilReading.ReadRecord(fields),
        };
    }

    private static string? ReadAddress(SourcePath path, FieldReader fields, Field field, List<Diagnostic> findings)
    {
        if (fields.Text(field) is not { } address)
        {
            return null;
        }

        if (WebAddress.IsWeb(address.Value))
        {
            return address.Value;
        }

        findings.Add(Codes.InvalidAddress.At(address.In(path), field.German, address.Value, "eine Adresse mit https://", $"{field.German}: {field.Example}"));
        return null;
    }

    private static ImmutableArray<LegislativeTerm> ReadTerms(FieldReader fields)
    {
        var terms = ImmutableArray.CreateBuilder<LegislativeTerm>();
        foreach (var entry in fields.MapList(CouncilFields.LegislativeTerms, CouncilFields.LegislativeTerm))
        {
            if (entry.RequireText(CouncilFields.Name) is { } name)
            {
                terms.Add(new LegislativeTerm(name.Value, entry.Date(CouncilFields.Start)?.Value, entry.Date(CouncilFields.End)?.Value)
                {
                    Record = CouncilReading.ReadRecord(entry),
                });
            }
        }

        return terms.ToImmutable();
    }
}
