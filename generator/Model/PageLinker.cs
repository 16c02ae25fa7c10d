using System.Collections.Immutable;
using Fachinfo.Diagnostics;

namespace Fachinfo.Model;

/// <summary>Links plain pages and the introductions of rubrics.</summary>
internal sealed class PageLinker(LinkContext context, BodyLinker bodies)
{
    public ImmutableArray<PlainPage> LinkPages()
    {
        var pages = ImmutableArray.CreateBuilder<PlainPage>();
        foreach (var document in context.Input.Of<PlainPageContent>())
        {
            var route = Addresses.PlainPage(document.Source.Value["seiten/".Length..]);
            var first = route.Path.Split('/')[1];
            if (route.Path.Contains("//", StringComparison.Ordinal) || Addresses.Reserved.Contains(first) || context.SeriesOf(first) is not null)
            {
                context.Findings.Add(Codes.ReservedAddress.At(document.Source, route));
                continue;
            }

            var audience = context.RequireAudience(document.Data.Access, document.Source, Notice.Public);
            var downloads = DownloadLinker.Link(context, bodies, document.Source, route, audience, document.Data.Downloads);
            var body = bodies.Link(document.Source, route, document.Body, document.Data.Body, audience, downloads);
            if (!context.IsUnpublished(document.Data.IsDraft, DateOnly.MinValue))
            {
                pages.Add(new PlainPage(document.Data.Title!.Value.Value, route, audience, document, body, downloads));
                context.NotePreviewOnly(document.Data.IsDraft, DateOnly.MinValue, document.Source);
            }
        }

        return pages.ToImmutable();
    }

    /// <summary>Links introductions, by slug path of their rubric.</summary>
    public ImmutableDictionary<string, RubricIntroduction> LinkIntroductions()
    {
        var introductions = ImmutableDictionary.CreateBuilder<string, RubricIntroduction>();
        foreach (var document in context.Input.Of<RubricIntroductionContent>())
        {
            var slugPath = SlugPathOf(document.Source);
            if (context.Rubrics.BySlugPath(slugPath) is not { } rubric)
            {
                context.ReportUnknownRubric(() => Codes.RubricFolderUnknown.At(
                    document.Source,
                    slugPath,
                    NearestName.Suggest(slugPath, context.Rubrics.All.Select(known => known.SlugPath), "Der Ordner heißt wie die Adressteile in rubriken.yml.")));
                continue;
            }

            var page = document.Data.Page;
            var route = Addresses.Rubric(rubric);
            var audience = context.RequireAudience(page.Access, document.Source, Notice.Public);
            var downloads = DownloadLinker.Link(context, bodies, document.Source, route, audience, page.Downloads);
            var body = bodies.Link(document.Source, route, document.Body, page.Body, audience, downloads);
            if (!context.IsUnpublished(page.IsDraft, DateOnly.MinValue))
            {
                introductions[rubric.SlugPath] = new RubricIntroduction(rubric, audience, page, document.Source, body, downloads);
                context.NotePreviewOnly(page.IsDraft, DateOnly.MinValue, document.Source);
            }
        }

        return introductions.ToImmutable();
    }

    /// <summary>The folder below <c>fachinformationen/</c>: <c>recht/ehrenamt</c>; empty for a file directly in it.</summary>
    public static string SlugPathOf(SourcePath source) =>
        source.Folder.Length <= "fachinformationen".Length ? "" : source.Folder["fachinformationen/".Length..];
}
