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
    private static readonly SearchValues<char> Special = SearchValues.Create(@"&%$#_{}\~^");

    /// <summary>BibTeX; author and title stand in braces within quotes, so that neither a name is taken apart nor a noun made small.</summary>
    public static WrittenText BibTex(PageContext context, CitedWork work) => new(text =>
    {
        text.Write("@misc{");
        text.Write(work.Key);
        text.Write(",\n");
        WriteField(text, "author", "\"{", Escape(work.Author), "}\"");
        WriteField(text, "title", "\"{", Escape(work.Title), "}\"");
        WriteField(text, "howpublished", "{", Escape(work.Number), "}");
        if (work.Date is { } date)
        {
            WriteField(text, "year", "", date.Year.ToString(CultureInfo.InvariantCulture), "");
            WriteField(text, "month", "", date.Month.ToString(CultureInfo.InvariantCulture), "");
            WriteField(text, "date", "{", PageContext.Iso(date), "}");
        }

        WriteField(text, "url", "{", context.Absolute(work.Route), "}");
        text.Write('}');
    });

    /// <summary>RIS: a tag, two blanks, a hyphen and a blank before each value.</summary>
    public static WrittenText Ris(PageContext context, CitedWork work) => new(text =>
    {
        WriteLine(text, "TY", "RPRT");
        WriteLine(text, "AU", work.Author);
        WriteLine(text, "TI", work.Title);
        WriteLine(text, "PB", work.Author);
        if (work.Date is { } date)
        {
            WriteLine(text, "PY", date.Year.ToString(CultureInfo.InvariantCulture));
            WriteLine(text, "DA", date.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
        }

        WriteLine(text, "M1", work.Number);
        WriteLine(text, "LA", context.Site.Configuration.Language);
        WriteLine(text, "UR", context.Absolute(work.Route));
        text.Write("ER  - ");
    });

    private static void WriteField(TextWriter text, string name, string open, string value, string close)
    {
        text.Write("  ");
        text.Write(name);
        text.Write(" = ");
        text.Write(open);
        text.Write(value);
        text.Write(close);
        text.Write(",\n");
    }

    private static void WriteLine(TextWriter text, string tag, string value)
    {
        text.Write(tag);
        text.Write("  - ");
        text.Write(OneLine(value));
        text.Write('\n');
    }

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
