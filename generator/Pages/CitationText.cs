using System.Buffers;
using System.Globalization;
using System.Text;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages;

/// <summary>Something that can be cited.</summary>
/// <param name="Key">Short name for reference managers, unique in the site: <c>mitteilungen-145-2024</c>, <c>juelich-325-2017</c>.</param>
/// <param name="Number">What it is called: <c>SVB-Mitteilung 145/2024</c>.</param>
/// <param name="Date">May be unknown of a paper.</param>
internal sealed record CitedWork(string Key, string Author, string Title, string Number, DateOnly? Date, Route Route)
{
    public static CitedWork Of(PageContext context, NoticeHead head) => new(
        string.Create(CultureInfo.InvariantCulture, $"{head.Series.Id}-{head.Number.Number}-{head.Number.Year}"),
        context.Site.Configuration.Publisher.Name ?? context.Site.Configuration.Title,
        head.Title,
        $"{head.Series.Citation} {head.Number}",
        head.Date,
        head.Route);

    public static CitedWork Of(Paper paper) =>
        new($"{paper.Body.Content.Folder}-{paper.Slug}", paper.Body.Content.Name.Value, paper.Content.Title.Value, paper.Label, paper.Day, paper.Route);
}

/// <summary>Citations for reference managers.</summary>
internal static class CitationText
{
    /// <summary>Room for most citations, in characters.</summary>
    private const int UsualLength = 512;

    private static readonly SearchValues<char> Special = SearchValues.Create(@"&%$#_{}\~^");

    /// <summary>BibTeX; author and title stand in braces within quotes, so that neither a name is taken apart nor a noun made small.</summary>
    public static string BibTex(PageContext context, CitedWork work)
    {
        var text = new StringBuilder(UsualLength).Append("@misc{").Append(work.Key).Append(",\n");
        void Add(string name, string open, string value, string close) => text.Append("  ").Append(name).Append(" = ").Append(open).Append(value).Append(close).Append(",\n");
        Add("author", "\"{", Escape(work.Author), "}\"");
        Add("title", "\"{", Escape(work.Title), "}\"");
        Add("howpublished", "{", Escape(work.Number), "}");
        if (work.Date is { } date)
        {
            Add("year", "", date.Year.ToString(CultureInfo.InvariantCulture), "");
            Add("month", "", date.Month.ToString(CultureInfo.InvariantCulture), "");
            Add("date", "{", PageContext.Iso(date), "}");
        }

        Add("url", "{", context.Absolute(work.Route), "}");
        return text.Append('}').ToString();
    }

    /// <summary>RIS: a tag, two blanks, a hyphen and a blank before each value.</summary>
    public static string Ris(PageContext context, CitedWork work) => string.Join(
        '\n',
        [
            "TY  - RPRT",
            "AU  - " + OneLine(work.Author),
            "TI  - " + OneLine(work.Title),
            "PB  - " + OneLine(work.Author),
            .. work.Date is { } date
                ? ["PY  - " + date.Year.ToString(CultureInfo.InvariantCulture), "DA  - " + date.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture)]
                : Array.Empty<string>(),
            "M1  - " + OneLine(work.Number),
            "LA  - " + context.Site.Configuration.Language,
            "UR  - " + context.Absolute(work.Route),
            "ER  - ",
        ]);

    private static string Escape(string value)
    {
        value = OneLine(value);
        if (!value.AsSpan().ContainsAny(Special))
        {
            return value;
        }

        var text = new StringBuilder(value.Length + 8);
        foreach (var letter in value)
        {
            _ = letter switch
            {
                '&' or '%' or '$' or '#' or '_' or '{' or '}' => text.Append('\\').Append(letter),
                '\\' => text.Append("\\textbackslash{}"),
                '~' => text.Append("\\textasciitilde{}"),
                '^' => text.Append("\\textasciicircum{}"),
                _ => text.Append(letter),
            };
        }

        return text.ToString();
    }

    private static string OneLine(string value) => value.ReplaceLineEndings(" ");
}
