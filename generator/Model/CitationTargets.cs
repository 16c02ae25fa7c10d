using Fachinfo.Diagnostics;

namespace Fachinfo.Model;

/// <summary>What citations lead to: notices by series and number; papers are found by the council archive.</summary>
internal sealed class CitationTargets(LinkContext context)
{
    private readonly (string Name, string Series)[] names =
    [
        .. context.Configuration.Series
            .SelectMany(series => new[] { series.Citation, series.Label, series.PluralLabel, series.Id }.Select(name => (name, series.Id)))
            .OrderByDescending(pair => pair.name.Length),
    ];

    // Made when the first citation is met: most sites have few, and some none.
    private Dictionary<(string Series, NoticeNumber Number), SourcePath>? byNumber;

    /// <summary>Tells whether a citation names a series of this site: its last word does, in any case, or its first as an abbreviation ("Mitt.").</summary>
    public bool TryFind(string citation, out string series, out NoticeNumber number)
    {
        series = "";
        number = default;
        var space = citation.LastIndexOf(' ');
        if (space < 0 || !NoticeNumber.TryParse(citation[(space + 1)..], out number))
        {
            return false;
        }

        var label = citation.AsSpan(0, space).TrimEnd();
        foreach (var (name, id) in names)
        {
            if (EndsWithName(label, name) || (label.StartsWith("Mitt.", StringComparison.Ordinal) && name.StartsWith("Mitt", StringComparison.OrdinalIgnoreCase)))
            {
                series = id;
                return true;
            }
        }

        return false;
    }

    /// <summary>Tells whether the last word names a series, be it in another case: <c>des Schnellbriefs</c>, <c>den Schnellbriefen</c>.</summary>
    private static bool EndsWithName(ReadOnlySpan<char> label, string name)
    {
        var last = label.LastIndexOf(name, StringComparison.OrdinalIgnoreCase);
        return last >= 0
            && label[(last + name.Length)..] is "" or "s" or "es" or "n"
            && (last == 0 || !char.IsLetterOrDigit(label[last - 1]));
    }

    /// <summary>The number of a council paper, with a year, since parliaments count <c>Vorlage 17/1234</c>: of <c>Vorlage 325/2017</c> and, from "Vorlagen-Nr.", <c>Vorlagen 325/2017</c>.</summary>
    public static string? PaperNumberOf(string citation)
    {
        var space = citation.LastIndexOf(' ');
        var word = citation.AsSpan(0, Math.Max(space, 0));
        word = word[(word.LastIndexOf(' ') + 1)..];
        return word is "Vorlage" or "Vorlagen" && NoticeNumber.TryParse(citation[(space + 1)..], out var number) && number.Year is >= 1945 and <= 2200
            ? citation[(space + 1)..]
            : null;
    }

    public SourcePath? Find(string series, NoticeNumber number)
    {
        if (byNumber is null)
        {
            byNumber = [];
            foreach (var notice in context.Input.Of<NoticeContent>())
            {
                byNumber.TryAdd((notice.Data.Series, notice.Data.Number.Value), notice.Source);
            }
        }

        return byNumber.TryGetValue((series, number), out var source) ? source : null;
    }
}
