using System.Globalization;
using System.Text;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.CouncilImport;

/// <summary>The bytes of a file, asked for while its entry is written.</summary>
/// <param name="Path">Where they shall lie.</param>
/// <param name="Stamp">Changes when the server's file does.</param>
internal sealed record FileRequest(string Id, string Path, string Address, string Stamp, string? Mime);

/// <summary>Writes the entries of <c>dateien</c>, and the extracted text beside them.</summary>
internal sealed class FileEntryWriter(FieldValues values, Selection selection, PathBook paths, ImportState state, Func<FileRequest, bool> fetch)
{
    private const int LongestSlug = 90;

    private readonly HashSet<string> textPaths = new(StringComparer.Ordinal);

    /// <summary>Gets the texts and bytes that belong to the entries written so far.</summary>
    public List<PlannedBytes> Texts { get; } = [];

    /// <summary>Gets the ids of all files that are public in at least one place.</summary>
    public HashSet<string> Written { get; } = new(StringComparer.Ordinal);

    /// <summary>Writes one entry; <see langword="null"/> for a file that is not taken over.</summary>
    /// <param name="owner">The path of the file that names it.</param>
    /// <param name="ownerSaysSo">Whether the owner was called public, not only handed out.</param>
    public YamlText? Write(OParlObject file, string role, string owner, bool ownerSaysSo)
    {
        switch (selection.OfFile(file, ownerSaysSo))
        {
            case Publicity.Nonpublic:
                values.Report.CountVisibility("Dateien ausgelassen: „public: false“");
                return null;
            case Publicity.Held:
                values.Report.CountVisibility("Dateien zurückgehalten: keine Angabe");
                return null;
        }

        values.Report.CountVisibility("Dateien öffentlich: gehören zu Öffentlichem");
        var (title, fileName, mime) = ReadNames(file);
        var extension = FileTypes.ExtensionOf(fileName) is { Length: > 0 } known ? known : FileTypes.ExtensionOfMime(mime);
        var address = values.Address(file, "accessUrl") ?? values.Address(file, "downloadUrl");
        if (title is null && fileName is null && address is null)
        {
            values.Report.LeaveOut("Datei", file.Id, "weder Name noch Adresse");
            return null;
        }

        var (created, modified) = values.Record(file);
        var size = values.Integer(file, "size") is { } bytes and >= 0 and <= int.MaxValue ? bytes : (long?)null;
        var path = paths.OfFile(file.Id, owner, fileName ?? title, extension);
        var hasBytes = HasBytes(file, path, extension, address, modified, size, mime);
        var text = values.LongText(file, "text");
        if (text is not null && textPaths.Add(path))
        {
            Texts.Add(PlannedBytes.Of(path + ".inhalt.txt", file.Id, Encoding.UTF8.GetBytes(text + "\n")));
        }

        Written.Add(file.Id);
        var entry = new YamlText();
        if (hasBytes)
        {
            entry.Text(CouncilFields.File, PathBook.Relative(owner, path));
        }
        else
        {
            entry.Text(CouncilFields.Url, address);
        }

        entry.Text(CouncilFields.FileTitle, title ?? fileName ?? "Datei");
        if (!hasBytes)
        {
            // The address comes from this name, else from the title, which may be too long for that.
            entry.Text(CouncilFields.FileName, fileName ?? (Slug.Of(title ?? "").Length > LongestSlug ? Path.GetFileName(path) : null)).Text(CouncilFields.MimeType, mime).Number(CouncilFields.Size, size);
        }

        entry.Word(CouncilFields.FileRoleField, role == "anlage" ? null : role)
            .Word(CouncilFields.Visibility, "öffentlich")
            .Day(CouncilFields.Date, values.Day(file, "date"))
            .Text(CouncilFields.FileLicense, values.Line(file, "fileLicense"));
        if (!hasBytes && text is not null)
        {
            entry.Text(CouncilFields.FileText, PathBook.Relative(owner, path + ".inhalt.txt"));
        }

        return entry.Text(CouncilFields.RecordId, file.HasOwnId ? file.Id : null).Time(CouncilFields.Created, created).Time(CouncilFields.Modified, modified);
    }

    /// <summary>Writes what remains of a file.</summary>
    public static YamlText Tombstone(string id, DateOnly day) => new YamlText()
        .Text(CouncilFields.FileTitle, "Zurückgezogene Datei")
        .Word(CouncilFields.Visibility, "öffentlich")
        .Map(Fields.Withdrawn, new YamlText().Day(Fields.WithdrawalDate, day))
        .Text(CouncilFields.RecordId, id);

    private bool HasBytes(OParlObject file, string path, string extension, string? address, DateTime? modified, long? size, string? mime)
    {
        if (extension.Length == 0)
        {
            return false;
        }

        var stamp = $"{modified?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)} {size?.ToString(CultureInfo.InvariantCulture)}".Trim();
        var target = values.Address(file, "downloadUrl") ?? address;
        return (target is not null && fetch(new FileRequest(file.Id, path, target, stamp.Length == 0 ? "unbekannt" : stamp, mime))) || state.Files.ContainsKey(path);
    }

    /// <summary>The last part of the name, its extension kept however long it is.</summary>
    private string? ReadFileName(OParlObject file)
    {
        if (values.Line(file, "fileName") is not { } whole)
        {
            return null;
        }

        var name = whole[(whole.LastIndexOfAny(['/', '\\']) + 1)..];
        var extension = FileTypes.ExtensionOf(name);
        return Slug.Of(name).Length <= LongestSlug ? name : PathBook.Name(Path.GetFileNameWithoutExtension(name), file.Id) + extension;
    }

    private (string? Title, string? FileName, string? Mime) ReadNames(OParlObject file)
    {
        var (title, fileName) = (values.Line(file, "name"), ReadFileName(file));
        if (fileName is not null && FileTypes.ExtensionOf(fileName).Length == 0 && fileName.EndsWith(')'))
        {
            values.Report.Note(Deviations.FileNameIsTitle, fileName);
            title ??= fileName;
            fileName = null;
        }

        var mime = values.Line(file, "mimeType")?.ToLowerInvariant();
        var extension = FileTypes.ExtensionOf(fileName);
        if (mime is "application/octetstream" or "binary/octet-stream")
        {
            values.Report.Note(Deviations.MimeOctet, mime);
            mime = FileTypes.MimeOf(extension) ?? "application/octet-stream";
        }
        else if (mime is not null && !mime.Contains('/', StringComparison.Ordinal))
        {
            values.Report.Note(Deviations.MimeShort, mime);
            mime = FileTypes.MimeOf("." + mime.TrimStart('.')) ?? FileTypes.MimeOf(extension);
        }

        return (title, string.IsNullOrWhiteSpace(fileName) ? null : fileName, mime ?? FileTypes.MimeOf(extension));
    }
}
