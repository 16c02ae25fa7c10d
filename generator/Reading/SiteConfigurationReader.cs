using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Reads <c>site.yml</c>; only title and base URL are required.</summary>
public static class SiteConfigurationReader
{
    public static Parsed<SiteConfiguration> Read(SourcePath path, ReadOnlyMemory<byte> bytes)
    {
        var findings = new List<Diagnostic>();
        var configuration = SourceText.Decode(path, bytes.Span, findings) is { } text && YamlReader.ReadMap(path, text, 0, findings) is { } map
            ? Read(path, new FieldReader(path, map, Fields.Site, findings), findings)
            : null;
        return new Parsed<SiteConfiguration>(configuration, [.. findings], []);
    }

    private static SiteConfiguration? Read(SourcePath path, FieldReader fields, List<Diagnostic> findings)
    {
        var title = fields.RequireText(Fields.SiteTitle);
        var baseUrl = fields.RequireText(Fields.BaseUrl);
        if (baseUrl is { } address && !WebAddress.IsBase(address.Value))
        {
            findings.Add(Codes.InvalidAddress.At(address.In(path), Fields.BaseUrl.German, address.Value, "eine Adresse mit https://, ohne „?“ und „#“", "baseUrl: " + Fields.BaseUrl.Example));
            baseUrl = null;
        }

        // All fields are read whatever is missing, so that one run shows every problem.
        var feeds = fields.Map(Fields.Feeds, Fields.FeedsEntry);
        var configuration = new SiteConfiguration(title?.Value ?? "", WebAddress.ToAscii(baseUrl?.Value ?? "").TrimEnd('/'))
        {
            Language = fields.TextValue(Fields.Language)?.ToLowerInvariant() ?? "de",
            Description = fields.TextValue(Fields.SiteDescription) ?? "",
            Publisher = SharedFields.ReadContact(fields, Fields.Publisher),
            Series = ReadSeries(path, fields, findings),
            HasOParl = fields.Switch(Fields.OParl),
            FeedItems = feeds?.Integer(Fields.FeedItems, 1, 500) ?? 50,
            FeedId = feeds?.TextValue(Fields.FeedId),
            Report = fields.Map(Fields.Report, Fields.ReportEntry) is { } report
                ? new ReportTarget(report.TextValue(Fields.ContactEmail), ReadForm(path, report, findings))
                : new ReportTarget(null, null),
            Access = fields.Map(Fields.SiteAccess, Fields.AccessEntry) is { } access ? ReadAccess(path, access, findings) : new AccessRules(),
        };
        return title is null || baseUrl is null ? null : configuration;
    }

    /// <summary>An address of a form, here or elsewhere, or <c>netlify</c> for a host that takes forms itself.</summary>
    private static string? ReadForm(SourcePath path, FieldReader report, List<Diagnostic> findings)
    {
        if (report.Text(Fields.ReportForm) is not { Value.Length: > 0 } form)
        {
            return null;
        }

        if (form.Value.Equals("netlify", StringComparison.OrdinalIgnoreCase))
        {
            return "netlify";
        }

        if (WebAddress.IsWeb(form.Value) || WebAddress.IsSitePath(form.Value))
        {
            return WebAddress.ToAscii(form.Value);
        }

        findings.Add(Codes.InvalidAddress.At(form.In(path), Fields.ReportForm.German, form.Value, "eine Adresse mit https://, ein Pfad dieser Website oder „netlify“", "form: " + Fields.ReportForm.Example));
        return null;
    }

    private static ImmutableArray<NoticeSeries> ReadSeries(SourcePath path, FieldReader fields, List<Diagnostic> findings)
    {
        if (!fields.Has(Fields.Series))
        {
            return [NoticeSeries.Mitteilungen];
        }

        var series = ImmutableArray.CreateBuilder<NoticeSeries>();
        foreach (var entry in fields.MapList(Fields.Series, Fields.SeriesEntry))
        {
            if (entry.RequireText(Fields.SeriesId) is not { } id)
            {
                continue;
            }

            if (id.Value != Slug.Of(id.Value) || Addresses.Reserved.Contains(id.Value))
            {
                findings.Add(Codes.InvalidSeriesId.At(id.In(path), id.Value, string.Join(", ", Addresses.Reserved)));
            }
            else if (series.Any(known => known.Id == id.Value))
            {
                findings.Add(Codes.DuplicateSeries.At(id.In(path), id.Value));
            }
            else
            {
                var plural = char.ToUpperInvariant(id.Value[0]) + id.Value[1..];
                var label = entry.TextValue(Fields.SeriesLabel) ?? plural;
                series.Add(new NoticeSeries(id.Value, label, entry.TextValue(Fields.SeriesPlural) ?? plural, entry.TextValue(Fields.SeriesCitation) ?? label));
            }
        }

        return series.ToImmutable();
    }

    private static AccessRules ReadAccess(SourcePath path, FieldReader access, List<Diagnostic> findings)
    {
        var audiences = access.TextList(Fields.Audiences).Select(name => RequireAudience(path, name, findings));
        return new AccessRules
        {
            IsGiven = true,
            Protection = access.Choice(Fields.Protection) ?? "sealed",
            Host = access.Choice(Fields.Host),
            Audiences = [.. audiences.Prepend(Notice.Members).Distinct()],
            IsRequired = access.Switch(Fields.AccessRequired),
            SourcesArePublic = access.Switch(Fields.SourcesArePublic),
        };
    }

    /// <summary>The name stands in keys, addresses and file names, so it is as narrow as a member's id.</summary>
    private static string RequireAudience(SourcePath path, Located<string> text, List<Diagnostic> findings)
    {
        var name = FieldReader.Match(Fields.Access.Choices, text.Value) ?? text.Value.ToLowerInvariant();
        if (name == Notice.Public || !MemberRosterReader.IsId(name))
        {
            findings.Add(Codes.InvalidAudience.At(text.In(path), text.Value));
        }

        return name;
    }
}
