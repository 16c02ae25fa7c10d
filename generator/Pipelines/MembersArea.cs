using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Pages;
using Fachinfo.Sealing;

namespace Fachinfo.Pipelines;

/// <summary>Plans the members' area: the shell page and what it opens, or the pages behind the host's gate.</summary>
internal static class MembersArea
{
    /// <param name="publicPages">The pages of the public site, for links from a sealed page to its public twin.</param>
    public static IEnumerable<Page> Plan(LinkedSite site, IReadOnlyCollection<Page> publicPages)
    {
        var access = site.Site.Configuration.Access;
        if (access.IsHosted)
        {
            yield return PlainPages.PlanGate(site.Context);
        }

        if (access.IsSealed)
        {
            yield return MembersPage.Plan(site.Context, isAvailable: site.Secret is not null);
            foreach (var page in site.Secret is { } secret ? SealedArea.Plan(site, secret, publicPages) : [])
            {
                yield return page;
            }
        }
        else
        {
            foreach (var page in HostedArea.Plan(site))
            {
                yield return page;
            }
        }
    }

    /// <summary>Finds what is wrong with secret and members.</summary>
    public static IEnumerable<Diagnostic> Check(Site site, PublicSite publicSite, BuildOptions options)
    {
        var access = site.Configuration.Access;
        var roster = site.Roster ?? MemberRoster.Empty;
        var rosterPath = new SourcePath(MemberRoster.FileName);
        if (options.IsInPublicRepository is { } isPublic && !access.SourcesArePublic
            && MembersSources(site).Where(isPublic).Select(source => (SourcePath?)source).Min() is { } exposed)
        {
            yield return Codes.SourcesPublic.At(exposed);
        }

        if (access.IsHosted && access.Host is null)
        {
            yield return Codes.HostMissing.At(SiteLinker.ConfigurationPath, access.Protection);
        }

        if (!access.IsSealed)
        {
            yield break;
        }

        foreach (var unknown in roster.Audiences.Select(state => state.Id).Concat(roster.Members.SelectMany(member => member.Audiences)).Distinct().Except(access.Audiences))
        {
            yield return Codes.RosterAudienceUnknown.At(rosterPath, unknown);
        }

        foreach (var audience in RosterHash.FindDifferences(roster, access.Audiences))
        {
            yield return Codes.RosterDiffers.At(rosterPath, audience);
        }

        if (SecretOf(options) is { } secret)
        {
            if (roster.Check.Length > 0 && roster.Check != secret.Check)
            {
                yield return Codes.SecretDiffers.At(rosterPath);
            }

            if (site.Roster is null)
            {
                yield return Codes.NoRoster.At(SiteLinker.ConfigurationPath);
            }
        }
        else if (publicSite.HasMembersArea)
        {
            yield return (access.IsRequired ? Codes.SecretRequired : Codes.NoSecret).At(SiteLinker.ConfigurationPath);
        }
    }

    /// <summary>Documents that are for members, or have downloads for them.</summary>
    private static IEnumerable<SourcePath> MembersSources(Site site) =>
        site.Notices.Select(notice => (notice.Source, notice.Audience, notice.Downloads))
            .Concat(site.Pages.Select(page => (page.Document.Source, page.Audience, page.Downloads)))
            .Concat(site.Introductions.Values.Select(one => (one.Source, one.Audience, one.Downloads)))
            .Where(document => document.Audience != Notice.Public || document.Downloads.Any(download => download.Audience != Notice.Public))
            .Select(document => document.Source)
            .Concat(site.MembersCouncil.Bodies.SelectMany(body => body.Papers.Select(paper => paper.Source).Concat(body.Meetings.Select(meeting => meeting.Source))));

    public static SiteSecret? SecretOf(BuildOptions options) => options.Secret?.Value as SiteSecret;
}
