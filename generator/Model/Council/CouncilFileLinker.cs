using System.Collections.Immutable;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;

namespace Fachinfo.Model.Council;

/// <summary>What a file belongs to.</summary>
/// <param name="Key">Its address part.</param>
internal readonly record struct FileOwner(SourcePath Source, string Key, Visibility Visibility);

/// <summary>Finds the bytes and the extracted text of files, and refuses what may not lie in the folder.</summary>
internal sealed class CouncilFileLinker(LinkContext context, BodyLinker texts, IReadOnlyDictionary<SourcePath, Document<CouncilText>> sidecars)
{
    private const string TextEnding = ".inhalt.txt";

    private readonly HashSet<SourcePath> usedTexts = [];

    /// <summary>Links one file of a document that the reader may see.</summary>
    /// <param name="owner">What it belongs to.</param>
    /// <returns><see langword="null"/> if the reader may not see it, or it is missing.</returns>
    public CouncilFile? Link(Body body, FileOwner owner, FileEntry entry, CouncilKeys keys, CouncilReader reader)
    {
        var source = owner.Source;
        var visibility = CouncilReader.Narrower(owner.Visibility, entry.Visibility.Value);
        if (!reader.Sees(visibility))
        {
            CheckHidden(source, entry);
            return null;
        }

        var slug = keys.OfFile(entry, SlugOf(owner.Key, entry));
        var route = Addresses.CouncilFile(body.Content.Folder, slug);
        if (entry.Withdrawn is not null)
        {
            RequireGone(source, entry, entry.Label);
            return new CouncilFile(body, slug, entry, route, null, null, default, default, source) { IsMembersOnly = visibility == Visibility.Members };
        }

        var bytes = FindBytes(source, entry);
        if (entry.File is { } name && bytes is null)
        {
            context.Findings.Add(Codes.DownloadMissing.At(name.In(source), name.Value, CouncilFields.Files.German));
            return null;
        }

        var text = FindText(source, entry);
        var file = bytes is null ? null : new AttachedFile(bytes.Source.Path, route.File(Slug.OfFileName(bytes.Source.Path.FileName))) { Page = route };
        return new CouncilFile(body, slug, entry, route, file, bytes?.Source.Length ?? entry.SizeInBytes, bytes?.Hash ?? default, text?.Body ?? default, source)
        {
            IsMembersOnly = visibility == Visibility.Members,
        };
    }

    /// <summary>Of what is not public, neither bytes nor text may lie in the folder; what is for members may.</summary>
    public void CheckHidden(SourcePath source, Visibility visibility, BodyFacts text, ImmutableArray<FileEntry> files, SourceLocation place)
    {
        if (visibility == Visibility.Nonpublic && text.HasText)
        {
            context.Findings.Add(Codes.NonpublicBytes.At(place, source.FileName, "den Text unter dem Kopf"));
        }

        foreach (var file in files)
        {
            CheckHidden(source, visibility == Visibility.Nonpublic ? file with { Visibility = file.Visibility with { Value = Visibility.Nonpublic } } : file);
        }
    }

    public void ReportUnusedTexts() => context.Findings.AddRange(sidecars.Keys.Where(path => !usedTexts.Contains(path)).Select(path => Codes.TextWithoutFile.At(path)));

    private void CheckHidden(SourcePath source, FileEntry entry)
    {
        if (entry.Visibility.Value == Visibility.Nonpublic)
        {
            RequireGone(source, entry, entry.Label);
        }
        else
        {
            FindBytes(source, entry);
            FindText(source, entry);
        }
    }

    private void RequireGone(SourcePath source, FileEntry entry, string label)
    {
        if (FindBytes(source, entry) is not null)
        {
            context.Findings.Add(Codes.NonpublicBytes.At(entry.File!.Value.In(source), label, "die Datei"));
        }

        if (FindText(source, entry) is { } text)
        {
            context.Findings.Add(Codes.NonpublicBytes.At(entry.Visibility.In(source), label, $"„{text.Source.FileName}“"));
        }
    }

    private PlainFile? FindBytes(SourcePath source, FileEntry entry)
    {
        if (entry.File is not { } name || source.Resolve(UmlautComposition.Compose(name.Value)) is not { } path || !context.Files.TryGetValue(path, out var file))
        {
            return null;
        }

        texts.Use(path);
        return file;
    }

    private Document<CouncilText>? FindText(SourcePath source, FileEntry entry)
    {
        var name = entry.Text?.Value ?? entry.File?.Value + TextEnding;
        if (source.Resolve(UmlautComposition.Compose(name)) is not { } path || !sidecars.TryGetValue(path, out var text))
        {
            if (entry.Text is { } missing)
            {
                context.Findings.Add(Codes.DownloadMissing.At(missing.In(source), missing.Value, CouncilFields.FileText.German));
            }

            return null;
        }

        usedTexts.Add(path);
        return text;
    }

    /// <summary>The slug of the name, after that of what it belongs to unless it begins with it: <c>325-2017-anlage-1</c>.</summary>
    private static string SlugOf(string owner, FileEntry entry)
    {
        var name = entry.File?.Value ?? entry.FileName;
        var slug = Slug.Of(name is null ? entry.Label : Path.GetFileNameWithoutExtension(name[(name.LastIndexOf('/') + 1)..]));
        return slug.Length == 0 ? owner
            : slug.StartsWith(owner, StringComparison.Ordinal) && (slug.Length == owner.Length || slug[owner.Length] == '-') ? slug
            : owner + "-" + slug;
    }
}
