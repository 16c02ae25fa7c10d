using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>The one public page of the sealed members' area: a frame in which a script shows what a member's code opens.</summary>
public static class MembersPage
{
    /// <summary>
    /// The policy of all pages, in the page itself for hosts that set no headers; <c>frame-ancestors</c> has no effect there.
    /// Nothing in the area needs more: pictures are drawn on a canvas, files are handed to the browser as blobs.
    /// </summary>
    private static readonly string Policy = HostingFiles.SecurityHeaders
        .First(header => header.Name == "Content-Security-Policy").Value
        .Replace("; frame-ancestors 'none'", "", StringComparison.Ordinal);

    /// <param name="isAvailable">The build has the secret, so there is something to open.</param>
    public static Page Plan(PageContext context, bool isAvailable) => new TemplatePage(Addresses.Members, "members", () => Members(context, isAvailable), SiteLinker.ConfigurationPath) { OnlyBody = default(SourcePath) };

    private static MembersView Members(PageContext context, bool isAvailable)
    {
        var site = context.Site.Configuration;
        var title = context.Words["page.members"];
        var head = HeadBuilder.Build(context, new HeadInput(
            Addresses.Members,
            Addresses.Members,
            title,
            context.Words.Fill("page.membersDescription", ("site", site.Title)),
            [])
        {
            IsIndexed = false,
            Meta = [new MetaView("referrer", "no-referrer")],
        });
        string[] contact = [site.Publisher.Name ?? site.Title, site.Publisher.Email ?? "", site.Publisher.Phone?.Replace(' ', '\u00A0') ?? ""];
        return new MembersView(head, title, Policy, isAvailable, string.Join(", ", contact.Where(part => part.Length > 0)), SearchPage.FormOfArea(context));
    }
}
