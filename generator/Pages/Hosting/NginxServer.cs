using System.Text;

namespace Fachinfo.Pages.Hosting;

/// <summary>A complete server block for nginx.</summary>
public static class NginxServer
{
    public static string Write(HostRules rules)
    {
        var root = rules.Site.RootPath;
        var host = new Uri(rules.Site.BaseUrl).Host;
        var text = new StringBuilder();
        text.Append($$"""
            # Erzeugt von „fachinfo hosting nginx“. Passen Sie root und Zertifikat an.
            server {
                listen 80;
                listen [::]:80;
                server_name {{host}};
                root /srv/www/{{host}};
                index index.html;
                charset utf-8;
                server_tokens off;
                absolute_redirect off;

                default_type application/octet-stream;
                types {
            {{string.Join('\n', MediaTypes.All.Select(type => $"        {type.Key} {string.Join(' ', type)};"))}}
                }

                gzip on;
                gzip_vary on;
                gzip_types {{HostRules.CompressedTypes}};

                error_page 404 {{root}}/404.html;

                # Dateien für andere Anbieter, und was der Bau für sich braucht.
                location ~ ^{{root}}{{HostRules.HiddenFiles}} { return 404; }


            """.ReplaceLineEndings("\n"));
        foreach (var (from, to) in rules.Redirects)
        {
            text.Append($"    location = {Quote(from)} {{ return 301 {Quote(to)}; }}\n");
        }

        foreach (var rule in rules.Headers.OrderByDescending(rule => rule.Path.Length))
        {
            text.Append($"\n    location {(rule.Path == "/" ? "" : "^~ ")}{root}{rule.Path} {{\n");
            foreach (var (name, value) in rule.Headers)
            {
                text.Append($"        add_header {name} {Quote(value)} always;\n");
            }

            if (rule.Audience is not null)
            {
                text.Append($$"""
                            auth_basic "{{rule.Realm}}";
                            auth_basic_user_file /etc/nginx/{{rule.PasswordFile(host)}};
                            # Statt eines Kennworts eine Anmeldung, die mit 200 oder 401 antwortet:
                            # auth_request /_anmeldung;

                    """.ReplaceLineEndings("\n"));
            }

            text.Append("        try_files $uri $uri/ =404;\n    }\n");
        }

        if (rules.IsHosted)
        {
            text.Append("""

                    # location = /_anmeldung {
                    #     internal;
                    #     proxy_pass http://127.0.0.1:9000/pruefen;
                    #     proxy_pass_request_body off;
                    #     proxy_set_header Content-Length "";
                    # }

                """.ReplaceLineEndings("\n"));
        }

        return text.Append("}\n").ToString();
    }

    private static string Quote(string value) => "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
