using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model.Council;

namespace Fachinfo.Model;

/// <summary>Joins all documents to one <see cref="Site"/>, and finds what one file alone cannot show.</summary>
public static class SiteLinker
{
    public static readonly SourcePath ConfigurationPath = new("site.yml");

    /// <summary>Links everything; without a usable <c>site.yml</c> there is no site.</summary>
    public static Linked<Site> Link(LinkInput input)
    {
        var findings = new List<Diagnostic>();
        if (ConfigurationOf(input) is not { } configuration)
        {
            if (!input.HasSource(ConfigurationPath))
            {
                findings.Add(Codes.SiteMissing.At(ConfigurationPath));
            }

            return new Linked<Site>(null, findings);
        }

        var rubrics = new RubricTree(input.Of<RubricTreeContent>().FirstOrDefault()?.Data.Roots ?? []);
        var context = new LinkContext(configuration, rubrics, input, findings);
        var targets = new LinkTargets(context);
        var bodies = new BodyLinker(context, targets);
        var council = new CouncilLinker(context, targets, bodies);
        bodies.Papers = council;
        var noticeLinker = new NoticeLinker(context, targets, bodies, council);
        var notices = noticeLinker.Link();
        var pages = new PageLinker(context, bodies);
        var site = new Site(
            configuration,
            rubrics,
            input.Of<FilePlan>().FirstOrDefault()?.Data ?? FilePlan.Empty,
            notices,
            pages.LinkPages(),
            pages.LinkIntroductions(),
            input.Options.Today)
        {
            SettingsHash = SettingsOf(input),
            Council = council.Link(noticeLinker.Find),
            MembersCouncil = council.LinkForMembers(noticeLinker.Find),
            RootLinks = [.. bodies.RootLinks],
            Numbers = NumbersOf(input),
            Roster = input.Of<MemberRoster>().FirstOrDefault()?.Data,
            PublishedAddresses = input.Of<PublishedAddresses>().FirstOrDefault()?.Data.Routes ?? [],
        };
        ReportUnusedFiles(context, bodies);
        return new Linked<Site>(site, findings);
    }

    /// <summary>The settings with what the command line changes in them; <see langword="null"/> if there are none that can be used.</summary>
    public static SiteConfiguration? ConfigurationOf(LinkInput input)
    {
        var configuration = input.Of<SiteConfiguration>().FirstOrDefault()?.Data;
        return configuration is not null && input.Options.BaseUrl is { } baseUrl ? configuration with { BaseUrl = baseUrl } : configuration;
    }

    private static ImmutableArray<(string Series, NoticeNumber Number)> NumbersOf(LinkInput input) =>
        [.. input.Of<NoticeContent>().Where(notice => notice.Data.Number.Line > 0).Select(notice => (notice.Data.Series, notice.Data.Number.Value))];

    private static ContentHash SettingsOf(LinkInput input)
    {
        var hash = new HashBuilder().Add(input.Options.BaseUrl);
        foreach (var file in input.Of<SiteConfiguration>().Select(file => file.Body.Hash)
            .Concat(input.Of<RubricTreeContent>().Select(file => file.Body.Hash))
            .Concat(input.Of<FilePlan>().Select(file => file.Body.Hash)))
        {
            hash.Add(file);
        }

        return hash.ToHash();
    }

    /// <summary>Files that no document uses are fine as long as they lie beside documents; elsewhere they are probably misplaced.</summary>
    private static void ReportUnusedFiles(LinkContext context, BodyLinker bodies)
    {
        var known = context.Configuration.Series.Select(series => series.Id + "/")
            .Concat(["seiten/", "fachinformationen/", "theme/", "ratsarchiv/"])
            .ToList();
        foreach (var notice in context.Input.Of<NoticeContent>().Where(notice => context.SeriesOf(notice.Data.Series) is null))
        {
            context.Findings.Add(Codes.UnusedFile.At(notice.Source));
        }

        foreach (var file in context.Input.Files)
        {
            var path = file.Source.Path;
            var isMarkdown = path.Extension == ".md";
            var isAtPlace = known.Any(folder => path.Value.StartsWith(folder, StringComparison.Ordinal));
            if (!path.IsTheme && !path.IsReadme && (isMarkdown || !isAtPlace) && !bodies.Uses(path) && path.Extension is ".md" or ".yml" or ".yaml")
            {
                context.Findings.Add(Codes.UnusedFile.At(path));
            }
        }
    }
}

/// <summary>The addresses as published so far, from <c>.addresses</c>.</summary>
public sealed record PublishedAddresses(ImmutableArray<Route> Routes);
