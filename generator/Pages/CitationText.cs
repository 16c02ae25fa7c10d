using System.Globalization;
using System.Text;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>The citation of a notice for reference managers.</summary>
public static class CitationText
{
    /// <summary>BibTeX; author and title stand in braces within quotes, so that neither a name is taken apart nor a noun made small.</summary>
    public static string BibTex(PageContext context, NoticeHead head)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"@misc{{{head.Series.Id}-{head.Number.Number}-{head.Number.Year},\n");
        void Add(string name, string value) => text.Append("  ").Append(name).Append(" = ").Append(value).Append(",\n");
        Add("author", "\"{" + Escape(Author(context)) + "}\"");
        Add("title", "\"{" + Escape(head.Title) + "}\"");
        Add("howpublished", "{" + Escape(head.Series.Citation + " " + head.Number) + "}");
        Add("year", head.Date.Year.ToString(CultureInfo.InvariantCulture));
        Add("month", head.Date.Month.ToString(CultureInfo.InvariantCulture));
        Add("date", "{" + PageContext.Iso(head.Date) + "}");
        Add("url", "{" + context.Absolute(head.Route) + "}");
        return text.Append('}').ToString();
    }

    /// <summary>RIS: a tag, two blanks, a hyphen and a blank before each value.</summary>
    public static string Ris(PageContext context, NoticeHead head) => string.Join(
        '\n',
        "TY  - RPRT",
        "AU  - " + OneLine(Author(context)),
        "TI  - " + OneLine(head.Title),
        "PB  - " + OneLine(Author(context)),
        "PY  - " + head.Date.Year.ToString(CultureInfo.InvariantCulture),
        "DA  - " + head.Date.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture),
        "M1  - " + OneLine(head.Series.Citation + " " + head.Number),
        "LA  - " + context.Site.Configuration.Language,
        "UR  - " + context.Absolute(head.Route),
        "ER  - ");

    private static string Author(PageContext context) => context.Site.Configuration.Publisher.Name ?? context.Site.Configuration.Title;

    private static string Escape(string value)
    {
        var text = new StringBuilder(value.Length + 8);
        foreach (var letter in OneLine(value))
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
