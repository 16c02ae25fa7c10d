using System.Collections.Immutable;
using System.Globalization;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model.Council;

namespace Fachinfo.Model;

/// <summary>What every part of the link step needs.</summary>
internal sealed class LinkContext(SiteConfiguration configuration, RubricTree rubrics, LinkInput input, List<Diagnostic> findings)
{
    private readonly Dictionary<Rubric, ImmutableArray<Rubric>> alone = [];
    private readonly Lazy<HashSet<SourcePath>> readable = new(() =>
    [
        .. input.Of<NoticeContent>().Select(document => document.Source),
        .. input.Of<PlainPageContent>().Select(document => document.Source),
        .. input.Of<RubricIntroductionContent>().Select(document => document.Source),
        .. input.Of<PaperContent>().Select(document => document.Source),
        .. input.Of<MeetingContent>().Select(document => document.Source),
    ]);

    /// <summary>Whether <c>rubriken.yml</c> is there but too broken to be read: its own finding says so, and no rubric is known for that reason.</summary>
    private readonly bool areRubricsUnreadable = input.HasSource(new SourcePath("rubriken.yml")) && !input.Of<RubricTreeContent>().Any();

    private readonly Dictionary<string, NoticeSeries> seriesById = configuration.Series.ToDictionary(series => series.Id, StringComparer.Ordinal);

    public SiteConfiguration Configuration { get; } = configuration;

    public string RootPath { get; } = configuration.RootPath;

    public RubricTree Rubrics { get; } = rubrics;

    public LinkInput Input { get; } = input;

    public List<Diagnostic> Findings { get; } = findings;

    /// <summary>Takes back findings from a place on that were reported before it: public things are linked for members once more.</summary>
    public void ForgetRepeated(int start)
    {
        var known = Findings.Take(start).ToHashSet();
        var added = Findings.Skip(start).Where(finding => !known.Contains(finding)).ToList();
        Findings.RemoveRange(start, Findings.Count - start);
        Findings.AddRange(added);
    }

    /// <summary>Gets plain files by path.</summary>
    public Dictionary<SourcePath, PlainFile> Files { get; } = input.Files.ToDictionary(file => file.Source.Path);

    /// <summary>Tells whether a text is there but too broken to be read: its own finding says so, and a link to it is no mistake.</summary>
    public bool IsUnreadable(SourcePath path) =>
        path.Extension == ".md" && Input.HasSource(path) && !Files.ContainsKey(path) && !readable.Value.Contains(path);

    public NoticeSeries? SeriesOf(string id) => seriesById.GetValueOrDefault(id);

    /// <summary>Checks an access value; an unknown one is reported and counts as members only.</summary>
    public string RequireAudience(Located<string>? access, SourcePath path, string otherwise)
    {
        if (access is not { } value)
        {
            return otherwise;
        }

        var audience = value.Value;
        if (audience == Notice.Public || Configuration.Access.Audiences.Contains(audience))
        {
            return audience;
        }

        Findings.Add(Codes.UnknownAudience.At(value.In(path), audience, string.Join(", ", Configuration.Access.Audiences.Prepend(Notice.Public).Select(GermanOf))));
        return Notice.Members;
    }

    private static string GermanOf(string audience) => Fields.Access.Choices.FirstOrDefault(choice => choice.Value == audience)?.German ?? audience;

    /// <summary>Tells whether a document is kept back today: a draft, or one of a later date.</summary>
    public bool IsUnpublished(bool isDraft, DateOnly date) =>
        !Input.Options.IncludeUnpublished && (isDraft || date > Input.Options.Today);

    /// <summary>Says of a document that a preview shows it before its time.</summary>
    public void NotePreviewOnly(bool isDraft, DateOnly date, SourcePath path)
    {
        if (isDraft || date > Input.Options.Today)
        {
            var reason = isDraft ? "Entwurf" : $"erscheint erst am {date.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)}";
            Findings.Add(Codes.PreviewOnly.At(path, reason));
        }
    }

    /// <summary>Resolves the rubrics of a document; unknown and ambiguous ones are reported.</summary>
    public ImmutableArray<Rubric> RequireRubrics(ImmutableArray<Located<string>> names, SourcePath path)
    {
        if (names.Length != 1)
        {
            return [.. names.Select(name => RequireRubric(name, path)).OfType<Rubric>().Distinct()];
        }

        // Nearly every document has one, and all of a rubric can share the array.
        if (RequireRubric(names[0], path) is not { } rubric)
        {
            return [];
        }

        if (!alone.TryGetValue(rubric, out var rubrics))
        {
            alone.Add(rubric, rubrics = [rubric]);
        }

        return rubrics;
    }

    /// <summary>Reports a rubric that does not exist, unless it is not known which do.</summary>
    public void ReportUnknownRubric(Func<Diagnostic> finding)
    {
        if (!areRubricsUnreadable)
        {
            Findings.Add(finding());
        }
    }

    private Rubric? RequireRubric(Located<string> name, SourcePath path)
    {
        var found = Rubrics.Find(name.Value);
        if (found.Count == 1)
        {
            return found[0];
        }

        ReportUnknownRubric(() => found.Count == 0
            ? Codes.UnknownRubric.At(name.In(path), name.Value, Rubrics.Suggest(name.Value))
            : Codes.AmbiguousRubric.At(
                name.In(path),
                name.Value,
                string.Join("; ", found.Select(rubric => rubric.DisplayPath)),
                found[0].DisplayPath));
        return null;
    }
}
