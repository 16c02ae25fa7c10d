using System.Globalization;
using System.Net;
using System.Text;
using Fachinfo.Model;

namespace Fachinfo.Commands;

/// <summary>Access codes as a table for a mail merge, and as letters: one page for each member.</summary>
internal static class CodeSheets
{
    public static string Table(IEnumerable<(Member Member, string Code)> codes)
    {
        var text = new StringBuilder("id;name;gruppen;code\r\n");
        foreach (var (member, code) in codes)
        {
            text.Append(member.Id).Append(';').Append(Quote(member.Name)).Append(';').Append(Quote(string.Join(", ", member.Audiences))).Append(';').Append(code).Append("\r\n");
        }

        return text.ToString();
    }

    public static string Letters(SiteConfiguration site, IEnumerable<(Member Member, string Code)> codes)
    {
        var text = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="de">
            <head>
            <meta charset="utf-8">
            <title>Zugangscodes</title>
            <style>
            body { font: 12pt/1.5 sans-serif; margin: 2cm; }
            section { break-after: page; }
            .code { font: bold 18pt/2 monospace; letter-spacing: 0.05em; }
            </style>
            </head>
            <body>

            """.ReplaceLineEndings("\n"));
        foreach (var (member, code) in codes)
        {
            text.Append($"""
                <section>
                <p>{Html(site.Publisher.Name ?? site.Title)}</p>
                <h1>Ihr Zugang zum Mitgliederbereich</h1>
                <p>{Html(member.Name)}</p>
                <p>Öffnen Sie {Html(Readable(site.BaseUrl))}/mitglieder/ und geben Sie diesen Code ein:</p>
                <p class="code">{code}</p>
                <p>Groß- und Kleinschreibung, Leerzeichen und Striche spielen keine Rolle. Der Code gilt für alle in Ihrem Haus, die mit Fachinformationen arbeiten.</p>
                <p>Geben Sie ihn nicht weiter, und versenden Sie ihn nicht unverschlüsselt. Ist er in falsche Hände geraten, melden Sie sich bitte: {Html(site.Publisher.Email ?? site.Publisher.Phone ?? site.Title)}. Sie bekommen dann einen neuen.</p>
                </section>

                """.ReplaceLineEndings("\n"));
        }

        return text.Append("</body>\n</html>\n").ToString();
    }

    /// <summary>People type umlauts, not the form that programs need.</summary>
    private static string Readable(string address)
    {
        var host = new Uri(address).Host;
        return address.Replace(host, new IdnMapping().GetUnicode(host), StringComparison.Ordinal);
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Quoted, and without a sign at the start that a spreadsheet would take for a formula.</summary>
    private static string Quote(string text) =>
        "\"" + (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' ? "'" : "") + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
}
