using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Fields that several kinds of files have in common.</summary>
internal static class SharedFields
{
    public static Contact ReadContact(FieldReader fields, Field field) => fields.Map(field, Fields.ContactEntry) is { } entry
        ? new Contact(
            entry.TextValue(Fields.ContactName),
            entry.TextValue(Fields.ContactEmail),
            entry.TextValue(Fields.ContactPhone),
            entry.TextValue(Fields.ContactAddress))
        : Contact.Empty;

    public static ImmutableArray<DownloadEntry> ReadDownloads(SourcePath path, FieldReader fields, ICollection<Diagnostic> findings)
    {
        var downloads = ImmutableArray.CreateBuilder<DownloadEntry>();
        foreach (var entry in fields.MapList(Fields.Downloads, Fields.Download, Fields.DownloadFile))
        {
            var (file, url) = (entry.Text(Fields.DownloadFile), entry.Text(Fields.DownloadUrl));
            if (file is null && url is null)
            {
                entry.ReportMissing(Fields.DownloadFile);
                continue;
            }

            if (url is { } address && !WebAddress.IsWeb(address.Value))
            {
                findings.Add(Codes.InvalidAddress.At(address.In(path), Fields.DownloadUrl.German, address.Value, "eine Adresse mit https://", "url: " + Fields.DownloadUrl.Example));
                continue;
            }

            downloads.Add(new DownloadEntry(file, file is null ? url : null)
            {
                Title = entry.TextValue(Fields.DownloadTitle),
                Access = entry.OpenChoice(Fields.Access),
                TeasesTitle = entry.Choice(Fields.DownloadTeaser) == "title",
                Description = entry.TextValue(Fields.DownloadDescription),
                Date = entry.Date(Fields.DownloadDate)?.Value,
                Updated = entry.Date(Fields.Updated)?.Value,
                License = entry.TextValue(Fields.DownloadLicense),
            });
        }

        return downloads.ToImmutable();
    }

    /// <summary>Reads former addresses; each must be a path of this site.</summary>
    public static ImmutableArray<Located<string>> ReadAliases(SourcePath path, FieldReader fields, ICollection<Diagnostic> findings)
    {
        var aliases = fields.TextList(Fields.Aliases).Select(alias => alias with { Value = WebAddress.WithLetters(alias.Value) }).ToList();
        foreach (var alias in aliases.Where(alias => !WebAddress.IsSitePath(alias.Value)))
        {
            findings.Add(Codes.InvalidAlias.At(alias.In(path), alias.Value));
        }

        return [.. aliases.Where(alias => WebAddress.IsSitePath(alias.Value))];
    }

    /// <summary>Reads the codes of warnings that are accepted; what accepts nothing is a warning itself.</summary>
    public static ImmutableArray<string> ReadAccepted(SourcePath path, FieldReader fields, ICollection<Diagnostic> findings)
    {
        var accepted = fields.TextList(Fields.Accept);
        foreach (var text in accepted)
        {
            var code = Codes.All.FirstOrDefault(known => known.Id.Equals(text.Value, StringComparison.OrdinalIgnoreCase));
            if (code is null)
            {
                var hint = NearestName.Suggest(text.Value, Codes.All.Where(known => known.Severity == Severity.Warning).Select(known => known.Id), "Die Kennung steht vor jeder Meldung, zum Beispiel MD004.");
                findings.Add(Codes.NothingToAccept.At(text.In(path), text.Value, "diese Kennung gibt es nicht", hint));
            }
            else if (code.Severity == Severity.Error)
            {
                findings.Add(Codes.NothingToAccept.At(text.In(path), text.Value, "das ist die Kennung eines Fehlers", "Hinnehmen lassen sich nur Warnungen; beheben Sie den Fehler."));
            }
        }

        return [.. accepted.Select(text => text.Value)];
    }

    /// <summary>Reads a withdrawal: day and reason, or the day alone.</summary>
    public static Withdrawal? ReadWithdrawal(FieldReader fields)
    {
        if (fields.Map(Fields.Withdrawn, Fields.WithdrawalEntry, Fields.WithdrawalDate) is not { } entry)
        {
            return null;
        }

        if (!entry.Has(Fields.WithdrawalDate))
        {
            entry.ReportMissing(Fields.WithdrawalDate);
        }

        return entry.Date(Fields.WithdrawalDate) is { } date ? new Withdrawal(date.Value, entry.TextValue(Fields.WithdrawalReason)) : null;
    }
}
