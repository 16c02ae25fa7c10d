using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model.Council;

namespace Fachinfo.Model;

/// <summary>Gives every link and image of a text its address, and reports those that lead nowhere.</summary>
internal sealed class BodyLinker(LinkContext context, LinkTargets targets)
{
    /// <summary>How many sections a message names: it is read in a line, and a text can have thousands.</summary>
    private const int NamedSections = 12;

    private readonly HashSet<SourcePath> used = [];

    // All addresses so far: many texts lead to the same places.
    private readonly HashSet<string> known = new(StringComparer.Ordinal);
    private readonly CitationTargets citations = new(context);

    /// <summary>Gets links that start with a slash: they can be checked only when all pages are planned.</summary>
    public List<RootLink> RootLinks { get; } = [];

    /// <summary>Gets or sets the council archive, once it is there to be cited.</summary>
    public CouncilLinker? Papers { get; set; }

    public bool Uses(SourcePath path) => used.Contains(path);

    /// <summary>Notes that a file is a download.</summary>
    public void Use(SourcePath path) => used.Add(path);

    /// <param name="audience">Whom the text is for.</param>
    /// <param name="downloads">Downloads of the document: their files lie where the download does, and may be closed to the public.</param>
    public LinkedBody Link(SourcePath source, Route page, BodyReference body, BodyFacts facts, string audience, ImmutableArray<Download> downloads)
    {
        if (facts.Links.IsEmpty)
        {
            return new LinkedBody(body, [], []);
        }

        var document = new LinkedDocument(source, page, body, audience, downloads);
        var addresses = ImmutableArray.CreateBuilder<string>(facts.Links.Length);
        foreach (var link in facts.Links)
        {
            addresses.Add(Shared(Resolve(document, link)));
        }

        return new LinkedBody(body, addresses.MoveToImmutable(), document.Attached);
    }

    private string Shared(string address)
    {
        if (known.TryGetValue(address, out var first))
        {
            return first;
        }

        known.Add(address);
        return address;
    }

    private sealed record LinkedDocument(SourcePath Source, Route Page, BodyReference Body, string Audience, ImmutableArray<Download> Downloads)
    {
        // Few texts show files.
        private FileNames? files;

        public ImmutableArray<AttachedFile> Attached => files?.Attached ?? [];

        public Route RouteOf(SourcePath file)
        {
            if (files is null)
            {
                files = new FileNames(Page);
                foreach (var download in Downloads.Where(download => download.Audience == Notice.Public || download.Audience == Audience).Select(download => download.File).OfType<AttachedFile>())
                {
                    files.Claim(download);
                }
            }

            return files.RouteOf(file);
        }
    }

    private string Resolve(LinkedDocument document, BodyLink link)
    {
        var place = new SourceLocation(document.Source, link.Line, link.Column);
        if (link.IsCitation)
        {
            return ResolveCitation(document, link, place);
        }

        if (link.IsExternal)
        {
            if (link.IsImage)
            {
                context.Findings.Add(Codes.RemoteImage.At(place, link.Target));
                return link.Target;
            }

            return ResolveExternal(link, place);
        }

        if (link.Target.Length == 0)
        {
            context.Findings.Add(link.IsImage ? Codes.ImageMissing.At(place, link.Target) : Codes.DeadLink.At(place, link.Target, "Schreiben Sie das Ziel in die runden Klammern."));
            return "#";
        }

        var (path, fragment) = SplitFragment(link.Target);
        if (path.Length == 0)
        {
            RequireFragment(document.Body, fragment, link.Target, place);
            return "#" + fragment;
        }

        if (path[0] == '/')
        {
            var query = path.IndexOf('?', StringComparison.Ordinal);
            RootLinks.Add(new RootLink(place, new Route(query < 0 ? path : path[..query]), fragment));
            return context.RootPath + path + (fragment.Length > 0 ? "#" + fragment : "");
        }

        var target = document.Source.Resolve(UmlautComposition.Compose(Uri.UnescapeDataString(path)));
        if (target is { } source && targets.Find(source) is { } linked && !link.IsImage)
        {
            return ResolveDocument(document, linked, link, fragment, place);
        }

        if (target is { } file && context.Files.TryGetValue(file, out var found) && !IsSource(file))
        {
            return ResolveFile(document, found, link, place);
        }

        if (target is { } broken && !link.IsImage && context.IsUnreadable(broken))
        {
            return "#";
        }

        var hint = target is { } missing ? targets.Suggest(missing) : "Der Pfad führt aus dem Inhaltsordner hinaus.";
        context.Findings.Add(link.IsImage ? Codes.ImageMissing.At(place, link.Target) : Codes.DeadLink.At(place, link.Target, hint));
        return "#";
    }

    private string ResolveExternal(BodyLink link, SourceLocation place)
    {
        if (link.LacksAddress)
        {
            context.Findings.Add(Codes.DeadLink.At(place, link.Target, "Schreiben Sie die ganze Adresse: https://www.land.example oder mailto:post@land.example."));
            return "#";
        }

        if (OwnPath(link.Target) is { } own)
        {
            RootLinks.Add(new RootLink(place, new Route(own.Split('?', '#')[0]), "") { Absolute = link.Target });
        }

        return link.Target;
    }

    /// <summary>The path of an absolute address of this site, from its start page on; <see langword="null"/> for other addresses.</summary>
    private string? OwnPath(string target)
    {
        var site = WithoutScheme(context.Configuration.BaseUrl.TrimEnd('/'));
        var bare = WithoutScheme(target);
        return site.Length > 0 && bare.StartsWith(site, StringComparison.OrdinalIgnoreCase) && bare.Length > site.Length && bare[site.Length] == '/'
            ? bare[site.Length..]
            : null;
    }

    private static string WithoutScheme(string address) => address[(address.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The finding for a text that leads its readers to what they may not see.</summary>
    public static Diagnostic ToHidden(string audience, SourceLocation place, string target) =>
        audience == Notice.Public ? Codes.LinkToHidden.At(place, target) : Codes.LinkToOtherAudience.At(place, audience, target);

    private string ResolveDocument(LinkedDocument document, LinkTarget target, BodyLink link, string fragment, SourceLocation place)
    {
        if (target.IsHiddenFrom(document.Audience))
        {
            context.Findings.Add(ToHidden(document.Audience, place, link.Target));
        }
        else if (target.PublishedOn is { } day)
        {
            context.Findings.Add(Codes.LinkToUnpublished.At(place, link.Target, day == DateOnly.MaxValue ? "Tag ihrer Freigabe" : day.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)));
        }
        else if (fragment.Length > 0)
        {
            RequireFragment(target.BodyFor(document.Audience), fragment, link.Target, place);
        }

        return context.RootPath + target.Route.Path + (fragment.Length > 0 ? "#" + fragment : "");
    }

    /// <summary>A citation of what is hidden stays text, so that the text says no more than it did; so does one of what does not exist.</summary>
    private string ResolveCitation(LinkedDocument document, BodyLink citation, SourceLocation place)
    {
        if (!citations.TryFind(citation.Target, out var series, out var number))
        {
            return CitationTargets.PaperNumberOf(citation.Target) is { } paper ? ResolvePaper(document, paper, citation, place) : "";
        }

        if (citations.Find(series, number) is not { } source)
        {
            context.Findings.Add(Codes.CitationUnknown.At(place, citation.Target));
            return "";
        }

        var target = targets.Find(source)!;
        return source == document.Source || target.PublishedOn is not null || target.IsHiddenFrom(document.Audience) ? "" : context.RootPath + target.Route.Path;
    }

    /// <summary>A number that two municipalities have stays text: the words do not say which one is meant.</summary>
    private string ResolvePaper(LinkedDocument document, string number, BodyLink citation, SourceLocation place)
    {
        var (count, route) = Papers?.Cite(document.Source, number, document.Audience) ?? (0, null);
        if (count == 0 && Papers is { HasBodies: true })
        {
            context.Findings.Add(Codes.CitationUnknown.At(place, citation.Target));
        }

        return count == 1 && route is { } paper && paper != document.Page ? context.RootPath + paper.Path : "";
    }

    private string ResolveFile(LinkedDocument document, PlainFile file, BodyLink link, SourceLocation place)
    {
        used.Add(file.Source.Path);
        if (targets.IsClosedTo(document.Audience, file.Source.Path))
        {
            context.Findings.Add(ToHidden(document.Audience, place, link.Target));
            return "#";
        }

        if (link.IsImage && !IsPicture(file.Source.Path))
        {
            context.Findings.Add(Codes.NoPicture.At(place, link.Target));
            return "#";
        }

        return context.RootPath + document.RouteOf(file.Source.Path).Path;
    }

    private void RequireFragment(BodyReference body, string fragment, string target, SourceLocation place)
    {
        if (fragment.Length == 0 || BodyIds.Of(body, context.Input.ReadBody) is var ids && ids.Contains(fragment))
        {
            return;
        }

        var hint = NearestName.Find(fragment, ids.Headings) is { } nearest ? $"Meinten Sie „{nearest}“?" : NameSections(ids.Headings);
        context.Findings.Add(Codes.DeadFragment.At(place, target, fragment, hint));
    }

    private static string NameSections(ImmutableArray<string> headings)
    {
        if (headings.IsEmpty)
        {
            return "Der Text dort hat keine Überschriften.";
        }

        var more = headings.Length - NamedSections;
        return $"Vorhanden sind: {string.Join(", ", headings.Take(NamedSections))}{(more > 0 ? $" und {more} weitere" : "")}.";
    }

    private static (string Path, string Fragment) SplitFragment(string target)
    {
        var hash = target.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (target, "") : (target[..hash], target[(hash + 1)..]);
    }

    /// <summary>The formats that all browsers show as a picture.</summary>
    private static bool IsPicture(SourcePath path) => path.Extension is ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".avif" or ".svg" or ".bmp" or ".ico";

    /// <summary>Texts and settings are never handed out as files.</summary>
    private static bool IsSource(SourcePath path) => path.Extension is ".md" or ".yml" or ".yaml";
}
