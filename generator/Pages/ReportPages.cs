using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>Where readers report a file: a form for the host or another server, or one that opens a message.</summary>
public static class ReportPages
{
    /// <summary>The value of <c>report.form</c> for hosts that take forms themselves.</summary>
    public const string Netlify = "netlify";

    /// <summary>Tells whether the site says where reports go.</summary>
    public static bool Exists(SiteConfiguration site) => site.Report is not { Form: null, Email: null };

    /// <summary>The report page with the address of another page filled in; empty if the site takes no reports.</summary>
    /// <remarks>An address of the members' area stands in the fragment, which goes to no host before the member sends the form.</remarks>
    public static string Href(PageContext context, Route reported)
    {
        if (!Exists(context.Site.Configuration))
        {
            return "";
        }

        var (mark, address) = context.Site.IsPublic
            ? ("?", reported.Path)
            : ("#", Addresses.InMembersArea(reported, context.Site.Audience, context.Site.Configuration.Access.IsSealed));
        return context.Href(Addresses.Report) + mark + "datei=" + Uri.EscapeDataString(address);
    }

    public static IEnumerable<Page> Plan(PageContext context)
    {
        var target = context.Site.Configuration.Report;
        if (!Exists(context.Site.Configuration))
        {
            yield break;
        }

        yield return new TemplatePage(Addresses.Report, "report", () => Report(context, target), SiteLinker.ConfigurationPath) { OnlyBody = default(SourcePath) };
        if (target.Form == Netlify)
        {
            yield return new TemplatePage(Addresses.ReportThanks, "report-thanks", () => Thanks(context), SiteLinker.ConfigurationPath) { OnlyBody = default(SourcePath) };
        }
    }

    /// <summary>Where forms of the site may go besides the site itself, for the content security policy.</summary>
    public static string FormTarget(ReportTarget target) => target switch
    {
        { Form: { } form } => form.StartsWith("http", StringComparison.Ordinal) ? " " + new Uri(form).GetLeftPart(UriPartial.Authority) : "",
        { Email: not null } => " mailto:",
        _ => "",
    };

    private static ReportView Report(PageContext context, ReportTarget target)
    {
        var words = context.Words;
        var title = words["report.title"];
        var action = target.Form switch
        {
            Netlify => context.Href(Addresses.ReportThanks),
            { } form when form.StartsWith('/') => context.Href(new Route(form)),
            { } form => form,
            null => "mailto:" + target.Email,
        };
        return new ReportView(
            HeadBuilder.Build(context, new HeadInput(Addresses.Report, default, title, words.Fill("report.description", ("site", context.Site.Configuration.Title)), [])),
            title,
            action,
            target.Form is null ? target.Email! : "",
            target.Form == Netlify,
            words["report.template"].Replace("|", "\n", StringComparison.Ordinal),
            [words["report.copyright"], words["report.personal"], words["report.wrong"], words["report.other"]]);
    }

    private static ReportThanksView Thanks(PageContext context)
    {
        var title = context.Words["report.thanksTitle"];
        var head = HeadBuilder.Build(context, new HeadInput(Addresses.ReportThanks, default, title, context.Words["report.thanksDescription"], [(context.Words["report.title"], Addresses.Report)]) { IsIndexed = false });
        return new ReportThanksView(head, title, new LinkView(context.Words["page.home"], context.Href(Route.Home)));
    }
}
