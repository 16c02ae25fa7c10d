using System.Buffers.Text;
using System.Text;
using Fachinfo.Analyzers.Leaks;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pipelines;

/// <summary>Tells the leak analyzer what is hidden, and what public sources say anyway.</summary>
internal sealed class LeakSources(LinkedSite site)
{
    private readonly CouncilLeaks council = new(site.Site, site.Input);

    /// <summary>The watch over all public output; <see langword="null"/> if nothing is hidden.</summary>
    public static OutputWatch? WatchFor(LinkedSite site)
    {
        var sources = new LeakSources(site);
        if (!sources.HiddenDocuments().Any() && !sources.HiddenDownloads().Any() && !sources.council.Any && site.Secret is null)
        {
            return null;
        }

        var watch = new Lazy<LeakWatch>(() => new LeakWatch(sources.Patterns(), sources.PublicTexts));
        var isHosted = !site.Site.Configuration.Access.IsSealed;
        return new OutputWatch(
            sources.Fingerprint(),
            page => page is not SealedPage && !IsSealedAddress(page.Route, isHosted),
            (page, bytes) => watch.Value.Inspect(page.Route, bytes),
            (route, hash, open) => watch.Value.Inspect(route, hash, open));
    }

    private static bool IsSealedAddress(Route route, bool isHosted) =>
        route.Path.StartsWith(Addresses.Members.Path, StringComparison.Ordinal) && (isHosted || route != Addresses.Members);

    private sealed record Hidden(SourcePath Source, BodyReference Body, string? Title, string? Summary);

    private IEnumerable<Hidden> HiddenDocuments()
    {
        foreach (var notice in site.Site.Notices.Where(notice => !notice.IsPublic || notice.Withdrawn is not null))
        {
            var hidesTitle = notice.Withdrawn is not null || notice.Teaser == TeaserKind.None;
            yield return new Hidden(notice.Source, notice.Body.Reference, hidesTitle ? notice.Head.Title : null, hidesTitle || notice.Teaser == TeaserKind.Title ? notice.WrittenSummary?.ToString() : null);
        }

        foreach (var page in site.Site.Pages.Where(page => page.Audience != Notice.Public))
        {
            yield return new Hidden(page.Document.Source, page.Body.Reference, page.Title, page.Document.Data.Summary);
        }

        foreach (var one in site.Site.Introductions.Values.Where(one => one.Audience != Notice.Public))
        {
            yield return new Hidden(one.Source, one.Body.Reference, null, one.Content.Summary);
        }
    }

    private IEnumerable<(SourcePath Document, Download Download)> Downloads() =>
        site.Site.Notices.SelectMany(notice => notice.Downloads.Select(download => (notice.Source, download)))
            .Concat(site.Site.Pages.SelectMany(page => page.Downloads.Select(download => (page.Document.Source, download))))
            .Concat(site.Site.Introductions.Values.SelectMany(one => one.Downloads.Select(download => (one.Source, download))));

    private IEnumerable<(SourcePath Document, Download Download)> HiddenDownloads() => Downloads().Where(one => one.Download.Audience != Notice.Public);

    private ContentHash Fingerprint()
    {
        var hash = new HashBuilder().Add(site.Secret?.Fingerprint);
        foreach (var document in HiddenDocuments())
        {
            hash.Add(document.Source.Value).Add(document.Body.Hash);
        }

        foreach (var (document, download) in HiddenDownloads())
        {
            hash.Add(document.Value).Add(download.Title).Add(download.Entry.Description).Add(download.File?.Source.Value);
            if (download.File is { } file && site.Site.Files.Find(file.Source) is { } extracted)
            {
                hash.Add(extracted.Hash);
            }
        }

        council.AddTo(hash);
        foreach (var member in site.Site.Roster?.Members ?? [])
        {
            hash.Add(member.Id).Add(member.Serial);
        }

        return hash.ToHash();
    }

    private LeakPatterns Patterns()
    {
        var patterns = new LeakPatterns();
        foreach (var document in HiddenDocuments())
        {
            using var body = site.Input.ReadBody(document.Body);
            patterns.AddText(body.Span, document.Source);
            patterns.AddTitle(document.Title ?? "", document.Source);
            patterns.AddText(document.Summary ?? "", document.Source);
        }

        var open = FindOpenFiles();
        council.AddTo(patterns, open);
        foreach (var (document, download) in HiddenDownloads())
        {
            if (!download.Entry.TeasesTitle)
            {
                patterns.AddTitle(download.Entry.Title ?? "", document);
            }

            patterns.AddText(download.Entry.Description ?? "", document);
            if (download.File is { } file && !open.Sources.Contains(file.Source))
            {
                patterns.AddName(file.Source.FileName, file.Source);
                patterns.AddName(file.Route.Path[(file.Route.Path.LastIndexOf('/') + 1)..], file.Source);
                if (site.Site.Files.Find(file.Source) is { } extracted && !open.Hashes.Contains(extracted.Hash))
                {
                    patterns.AddFile(extracted.Hash, file.Source);
                    patterns.AddText(TextOf(site.Site.Files, extracted), file.Source);
                }
            }
        }

        AddKeys(patterns);
        return patterns;
    }

    private OpenFiles FindOpenFiles()
    {
        var files = Downloads().Where(one => one.Download.Audience == Notice.Public).Select(one => one.Download.File)
            .Concat(site.PublicSite.Council.Bodies.SelectMany(body => body.Files).Select(file => file.File))
            .OfType<AttachedFile>()
            .Select(file => file.Source)
            .ToHashSet();
        return new OpenFiles(files, files.Select(site.Site.Files.Find).OfType<ExtractedFile>().Select(file => file.Hash).ToHashSet());
    }

    private void AddKeys(LeakPatterns patterns)
    {
        if (site.Secret is not { } secret)
        {
            return;
        }

        var roster = site.Site.Roster ?? MemberRoster.Empty;
        AddKey(patterns, secret.Bytes, "das Geheimnis des Mitgliederbereichs");
        foreach (var audience in site.Site.Configuration.Access.Audiences)
        {
            AddKey(patterns, secret.KeyFor(audience, roster.PeriodOf(audience)).Bytes, $"den Schlüssel der Gruppe „{audience}“");
        }

        foreach (var member in roster.Members)
        {
            var code = secret.CodeFor(member.Id, member.Serial);
            var what = $"den Zugangscode von „{member.Id}“";
            AddKey(patterns, code.Bytes, what);
            patterns.AddKey(code.Reveal(), what);
            patterns.AddKey(code.Reveal().Replace("-", "", StringComparison.Ordinal), what);
        }
    }

    private static void AddKey(LeakPatterns patterns, ReadOnlySpan<byte> key, string what)
    {
        patterns.AddKey(Convert.ToHexString(key), what);
        patterns.AddKey(Convert.ToHexStringLower(key), what);
        patterns.AddKey(Convert.ToBase64String(key), what);
        patterns.AddKey(Base64Url.EncodeToString(key), what);
    }

    /// <summary>Everything that public sources say; only asked for when something was found.</summary>
    private IEnumerable<ReadOnlyMemory<byte>> PublicTexts()
    {
        var open = site.PublicSite;
        var bodies = open.Notices.Select(notice => notice.Body.Reference)
            .Concat(open.Pages.Select(page => page.Body.Reference))
            .Concat(open.Introductions.Values.Select(one => one.Body.Reference))
            .Concat(CouncilLeaks.PublicBodies(open.Council));
        foreach (var body in bodies)
        {
            using var bytes = site.Input.ReadBody(body);
            yield return bytes.Span.ToArray();
        }

        foreach (var text in PublicLines(open))
        {
            yield return Encoding.UTF8.GetBytes(text);
        }

        foreach (var file in open.Files.All.Values)
        {
            yield return Encoding.UTF8.GetBytes(TextOf(open.Files, file));
        }
    }

    /// <remarks>Listings show a summary right behind its title, and a members' text may quote both.</remarks>
    private IEnumerable<string> PublicLines(PublicSite open) => open.Listing.Select(listed => $"{listed.Head.Title} {listed.Head.Summary}")
        .Concat(open.Pages.Select(page => $"{page.Title} {page.Document.Data.Summary}"))
        .Concat(Downloads().Where(one => one.Download.Audience == Notice.Public)
            .SelectMany(one => new[] { one.Download.Title, one.Download.Entry.Description, one.Download.File?.Source.FileName, one.Download.File?.Route.Path }))
        .Concat(open.Notices.Select(notice => notice.Body).Concat(open.Pages.Select(page => page.Body)).Concat(open.Introductions.Values.Select(one => one.Body))
            .SelectMany(body => body.Files).SelectMany(file => new[] { file.Source.FileName, file.Route.Path }))
        .Concat(open.Rubrics.All.Select(rubric => $"{rubric.Title} {rubric.Description}"))
        .Concat(open.Tombstones.Select(tombstone => tombstone.Withdrawal.Reason))
        .Concat(CouncilLeaks.PublicLines(open.Council))
        .OfType<string>();

    internal static string TextOf(ExtractedFiles files, ExtractedFile file) =>
        string.Join('\n', files.TextOf(file).Pages.SelectMany(page => page.Paragraphs));
}
