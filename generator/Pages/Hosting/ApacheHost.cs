using System.Text;

namespace Fachinfo.Pages.Hosting;

/// <summary>A complete virtual host for Apache 2.4.</summary>
public static class ApacheHost
{
    public static string Write(HostRules rules)
    {
        var root = rules.Site.RootPath;
        var host = new Uri(rules.Site.BaseUrl).Host;
        var text = new StringBuilder();
        text.Append($$"""
            # Erzeugt von „fachinfo hosting apache“. Passen Sie DocumentRoot und Zertifikat an.
            # Module: headers, deflate, dir, mime, alias{{(rules.IsHosted ? ", auth_basic, authn_file" : "")}}.
            <VirtualHost *:80>
                ServerName {{host}}
                DocumentRoot /srv/www/{{host}}
                DirectoryIndex index.html
                AddDefaultCharset utf-8
                ServerSignature Off
                ErrorDocument 404 {{root}}/404.html
                AddType text/calendar .ics
                AddType application/javascript .js
                AddOutputFilterByType DEFLATE text/html {{HostRules.CompressedTypes}}

                <Directory /srv/www/{{host}}>
                    Options -Indexes
                    AllowOverride None
                    Require all granted
                </Directory>

                # Dateien für andere Anbieter, und was der Bau für sich braucht.
                <LocationMatch "^{{root}}{{HostRules.HiddenFiles}}">
                    Require all denied
                </LocationMatch>


            """.ReplaceLineEndings("\n"));
        foreach (var (from, to) in rules.Redirects)
        {
            text.Append($"    RedirectMatch 301 \"^{System.Text.RegularExpressions.Regex.Escape(from)}$\" \"{to}\"\n");
        }

        // Apache applies all Location sections from the first to the last, so the special ones come last.
        foreach (var rule in rules.Headers.OrderBy(rule => rule.Path.Length))
        {
            text.Append($"\n    <Location \"{root}{rule.Path}\">\n");
            foreach (var (name, value) in rule.Headers)
            {
                text.Append($"        Header always set {name} \"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n");
            }

            if (rule.Audience is not null)
            {
                text.Append($"        AuthType Basic\n        AuthName \"{rule.Realm}\"\n        AuthUserFile /etc/apache2/{rule.PasswordFile(host)}\n        Require valid-user\n");
            }

            text.Append("    </Location>\n");
        }

        return text.Append("</VirtualHost>\n").ToString();
    }
}
