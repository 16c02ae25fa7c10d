using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model.Council;

namespace Fachinfo.Model;

/// <summary>Links notices: series, rubrics, audience, downloads, texts, and the notices they name.</summary>
internal sealed class NoticeLinker(LinkContext context, LinkTargets targets, BodyLinker bodies, CouncilLinker council)
{
    private readonly Dictionary<(string Series, NoticeNumber Number), Document<NoticeContent>> byNumber = [];

    // By their texts: a matter has one Az. and often many notices.
    private readonly Dictionary<string, FileReference> references = new(StringComparer.Ordinal);

    public ImmutableArray<Notice> Link()
    {
        var bySeries = context.Input.Of<NoticeContent>().ToLookup(document => context.SeriesOf(document.Data.Series) is not null);
        context.Findings.AddRange(bySeries[false].Select(misplaced => Codes.UnusedFile.At(misplaced.Source)));
        var documents = bySeries[true].ToList();
        documents.ForEach(RequireUniqueNumber);
        var notices = ImmutableArray.CreateBuilder<Notice>(documents.Count);
        foreach (var document in documents)
        {
            var notice = LinkNotice(document);
            if (!document.Data.IsWhole || !HasItsNumber(document))
            {
                // Its page would have no address, or be a second one on the same, and a second error for the same mistake.
                continue;
            }

            if (!context.IsUnpublished(document.Data.IsDraft, document.Data.Date.Value))
            {
                notices.Add(notice);
                context.NotePreviewOnly(document.Data.IsDraft, document.Data.Date.Value, document.Source);
            }
            else if (!document.Data.IsDraft)
            {
                context.Findings.Add(Codes.FutureDate.At(document.Data.Date.In(document.Source), document.Data.Date.Value.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)));
            }
        }

        return notices.ToImmutable();
    }

    private Notice LinkNotice(Document<NoticeContent> document)
    {
        var data = document.Data;
        var series = context.SeriesOf(data.Series)!;
        var audience = context.RequireAudience(data.Access, document.Source, Notice.Public);
        var route = Addresses.Notice(series.Id, data.Number.Value);
        var downloads = DownloadLinker.Link(context, bodies, document.Source, route, audience, data.Downloads);
        var head = new NoticeHead(
            series,
            data.Number.Value,
            data.Date.Value,
            data.Title.Value,
            context.RequireRubrics(data.Rubrics, document.Source),
            data.FileReferences.IsEmpty ? [] : ImmutableArray.CreateRange(data.FileReferences, reference => Shared(reference.Value)),
            data.Summary ?? data.Body.FirstParagraph,
            route);
        foreach (var reference in data.FileReferences)
        {
            if (!reference.Value.IsParsed)
            {
                context.Findings.Add(Codes.FileReferenceUnparsed.At(reference.In(document.Source), reference.Value.Text));
            }
        }

        foreach (var deadline in data.Deadlines)
        {
            if (deadline.Value.Date >= data.Date.Value)
            {
                continue;
            }

            context.Findings.Add(Codes.DeadlineBeforeDate.At(
                deadline.In(document.Source),
                deadline.Value.Date.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture),
                data.Date.Value.ToString("dd.MM.yyyy", System.Globalization.CultureInfo.InvariantCulture)));
        }

        return new Notice(
            head,
            audience,
            document.Source,
            bodies.Link(document.Source, route, document.Body, data.Body, audience, downloads),
            downloads,
            data.Related.IsEmpty ? [] : [.. data.Related.Select(related => RequireRelated(document, related, audience)).OfType<SourcePath>()])
        {
            WrittenSummary = data.Summary,
            Teaser = data.Teaser,
            Deadlines = data.Deadlines.IsEmpty ? [] : ImmutableArray.CreateRange(data.Deadlines, deadline => deadline.Value),
            Contact = data.Contact,
            Updated = data.Updated,
            Aliases = data.Aliases,
            Withdrawn = data.Withdrawn,
            Keywords = data.Keywords,
        };
    }

    /// <summary>The first reference with the same text, which has the same parts.</summary>
    private FileReference Shared(FileReference reference)
    {
        ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(references, reference.Text, out _);
        return first ??= reference;
    }

    private void RequireUniqueNumber(Document<NoticeContent> document)
    {
        var key = (document.Data.Series, document.Data.Number.Value);
        if (document.Data.Number.Line > 0 && !byNumber.TryAdd(key, document))
        {
            var label = context.SeriesOf(key.Series)!.PluralLabel;
            context.Findings.Add(Codes.DuplicateNumber.At(document.Data.Number.In(document.Source), key.Value, label, byNumber[key].Source));
        }
    }

    private bool HasItsNumber(Document<NoticeContent> document) => byNumber[(document.Data.Series, document.Data.Number.Value)].Source == document.Source;

    /// <summary>Finds what a line of <c>related</c> names: a path, or a number such as <c>Mitteilung 145/2024</c>.</summary>
    private SourcePath? RequireRelated(Document<NoticeContent> document, Located<string> related, string audience)
    {
        var found = document.Source.Resolve(UmlautComposition.Compose(related.Value)) is { } path && targets.Has(path)
            ? path
            : FindByNumber(document.Data.Series, related.Value);
        if ((found is null || council.IsPaper(found.Value)) && council.FindPaper(document.Source, related.Value) is { IsFound: true } named)
        {
            found = null;
            council.Name(document.Source, related.Value);
            if (audience == Notice.Public && named.IsHidden)
            {
                context.Findings.Add(Codes.LinkToHidden.At(related.In(document.Source), related.Value));
            }
            else if (audience == Notice.Public && named.Paper is { } paper && !context.IsUnpublished(document.Data.IsDraft, document.Data.Date.Value))
            {
                council.Join(document.Source, paper);
            }
        }
        else if (found is null && document.Source.Resolve(UmlautComposition.Compose(related.Value)) is { } broken && context.IsUnreadable(broken))
        {
            return null;
        }
        else if (found is null)
        {
            context.Findings.Add(Codes.RelatedUnknown.At(related.In(document.Source), related.Value));
        }
        else if (targets.Find(found.Value)!.IsHiddenFrom(audience))
        {
            context.Findings.Add(BodyLinker.ToHidden(audience, related.In(document.Source), related.Value));
            return null;
        }

        return found;
    }

    /// <summary>Finds a notice that another document names, by path or by label and number.</summary>
    public SourcePath? Find(SourcePath from, string name) =>
        from.Resolve(UmlautComposition.Compose(name)) is { } path && targets.Has(path) && path.Extension == ".md" ? path
            : FindByNumber("", name);

    private SourcePath? FindByNumber(string ownSeries, string text)
    {
        var space = text.LastIndexOf(' ');
        var label = space < 0 ? "" : text[..space].Trim();
        if (label.EndsWith(" Nr.", StringComparison.Ordinal))
        {
            label = label[..^4];
        }

        var series = label.Length == 0
            ? ownSeries
            : context.Configuration.Series.FirstOrDefault(candidate =>
                label.Equals(candidate.Label, StringComparison.OrdinalIgnoreCase)
                || label.Equals(candidate.Citation, StringComparison.OrdinalIgnoreCase)
                || label.Equals(candidate.Id, StringComparison.OrdinalIgnoreCase))?.Id;
        return series is not null
            && NoticeNumber.TryParse(text[(space + 1)..], out var number)
            && byNumber.TryGetValue((series, number), out var document)
                ? document.Source
                : null;
    }
}
