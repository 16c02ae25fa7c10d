using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Reading.Council;

/// <summary>What the readers of the council archive have in common.</summary>
internal static class CouncilReading
{
    /// <summary>An agenda of a hundred items with the wording of their resolutions, or a list of a thousand persons.</summary>
    public const int LargestYaml = 4 * 1024 * 1024;

    /// <summary>The folder of the municipality: <c>juelich</c> of <c>ratsarchiv/juelich/vorlagen/2017/1.md</c>.</summary>
    public static string FolderOf(SourcePath path) => path.Value.Split('/')[1];

    public static RecordDates ReadRecord(FieldReader fields)
    {
        var record = new RecordDates(
            fields.TextValue(CouncilFields.RecordId),
            fields.Time(CouncilFields.Created)?.Value,
            fields.Time(CouncilFields.Modified)?.Value);
        return record == RecordDates.None ? RecordDates.None : record;
    }

    /// <summary>Reads who may see it. Nothing is guessed: what says nothing is an error, and counts as not public.</summary>
    /// <param name="name">What the finding names: the title.</param>
    public static Located<Visibility> RequireVisibility(FieldReader fields, string name, ICollection<Diagnostic> findings)
    {
        var place = fields.PlaceOf(CouncilFields.Visibility);
        if (!fields.Has(CouncilFields.Visibility))
        {
            findings.Add(Codes.VisibilityMissing.At(place, GermanText.Shorten(name, 80)));
        }

        return new Located<Visibility>(ToVisibility(fields.Choice(CouncilFields.Visibility), Visibility.Nonpublic), place.Line, place.Column);
    }

    public static Visibility ToVisibility(string? choice, Visibility otherwise) => choice switch
    {
        "public" => Visibility.Public,
        "members" => Visibility.Members,
        "nonpublic" => Visibility.Nonpublic,
        _ => otherwise,
    };

    /// <summary>Reads an address elsewhere.</summary>
    public static string? ReadAddress(SourcePath path, FieldReader fields, Field field, ICollection<Diagnostic> findings)
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

    /// <summary>Reads the last day of a period; one before the first day is a slip of the pen.</summary>
    public static DateOnly? ReadEnd(SourcePath path, FieldReader fields, ICollection<Diagnostic> findings)
    {
        var (start, end) = (fields.Date(CouncilFields.Start), fields.Date(CouncilFields.End));
        if (end?.Value < start?.Value)
        {
            ReportEnd(path, fields, CouncilFields.Start, CouncilFields.End, findings);
        }

        return end?.Value;
    }

    /// <summary>Reports an end before its beginning, both as they are written.</summary>
    public static void ReportEnd(SourcePath path, FieldReader fields, Field start, Field end, ICollection<Diagnostic> findings) =>
        findings.Add(Codes.EndBeforeStart.At(fields.Text(end)!.Value.In(path), fields.TextValue(end)!, fields.TextValue(start)!));

    /// <summary>Reads <c>files</c>.</summary>
    public static ImmutableArray<FileEntry> ReadFiles(SourcePath path, FieldReader fields, ICollection<Diagnostic> findings)
    {
        var files = ImmutableArray.CreateBuilder<FileEntry>();
        foreach (var entry in fields.MapList(CouncilFields.Files, CouncilFields.FileTable, CouncilFields.File))
        {
            var (file, url, title) = (entry.Text(CouncilFields.File), entry.Text(CouncilFields.Url), entry.TextValue(CouncilFields.FileTitle));
            var name = title ?? file?.Value ?? url?.Value ?? "";
            if (name.Length == 0)
            {
                findings.Add(Codes.CouncilFileNothing.At(entry.Place));
                continue;
            }

            if (url is { } address && !WebAddress.IsWeb(address.Value))
            {
                findings.Add(Codes.InvalidAddress.At(address.In(path), CouncilFields.Url.German, address.Value, "eine Adresse mit https://", "url: " + CouncilFields.Url.Example));
                url = null;
            }

            files.Add(new FileEntry(file, url, RequireVisibility(entry, name, findings))
            {
                Title = title,
                FileName = entry.TextValue(CouncilFields.FileName),
                Role = ToRole(entry.Choice(CouncilFields.FileRoleField)),
                Date = entry.Date(CouncilFields.Date)?.Value,
                License = entry.TextValue(CouncilFields.FileLicense),
                MimeType = entry.TextValue(CouncilFields.MimeType),
                SizeInBytes = entry.Integer(CouncilFields.Size, 0, int.MaxValue),
                Text = entry.Text(CouncilFields.FileText),
                Withdrawn = SharedFields.ReadWithdrawal(entry),
                Record = ReadRecord(entry),
            });
        }

        return files.ToImmutable();
    }

    private static FileRole ToRole(string? choice) => choice switch
    {
        "main" => FileRole.Main,
        "invitation" => FileRole.Invitation,
        "resultsProtocol" => FileRole.ResultsProtocol,
        "verbatimProtocol" => FileRole.VerbatimProtocol,
        "resolution" => FileRole.Resolution,
        _ => FileRole.Attachment,
    };
}
