using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Fachinfo.Model;

namespace Fachinfo.HtmlImport;

/// <summary>Writes a notice as an editor would: front matter with German keys, and the text.</summary>
internal static class NoticeText
{
    private const int LongestName = 60;

    private static readonly JsonSerializerOptions Quoted = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The path below the content folder: <c>mitteilungen/2024/145-werkstatt.md</c>.</summary>
    public static string PathOf(FoundNotice notice)
    {
        var slug = Slug.Of(notice.Title);
        slug = slug.Length <= LongestName ? slug : slug[..(slug.LastIndexOf('-', LongestName) is var end and > 0 ? end : LongestName)];
        return string.Create(CultureInfo.InvariantCulture, $"{notice.Series.Id}/{notice.Number.Year}/{notice.Number.Number:000}{(slug.Length > 0 ? "-" : "")}{slug}.md");
    }

    public static string Write(FoundNotice notice, string alias, string body)
    {
        var text = new StringBuilder("---\n");
        Line(text, Fields.Title, Quote(notice.Title));
        Line(text, Fields.Number, notice.Number.ToString());
        Line(text, Fields.Date, notice.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Line(text, Fields.Rubric, Quote(notice.Rubric));
        if (notice.FileReference.Length > 0)
        {
            Line(text, Fields.FileReference, Quote(notice.FileReference));
        }

        if (alias.Length > 0)
        {
            Line(text, Fields.Aliases, $"[{Quote(alias)}]");
        }

        return text.Append("---\n\n").Append(body).ToString();
    }

    private static void Line(StringBuilder text, Field field, string value) => text.Append(field.German).Append(": ").Append(value).Append('\n');

    /// <summary>A string of JSON is one of YAML too.</summary>
    private static string Quote(string value) => JsonSerializer.Serialize(value, Quoted);
}
