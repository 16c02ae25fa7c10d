using System.Text;
using Fachinfo.Pages;
using Fachinfo.Storage;

namespace Fachinfo.Tests;

/// <summary>The smallest theme that renders every page: title, description and text. It compiles thirty times faster than the real one.</summary>
public static class PlainTheme
{
    private const string Head = "<!DOCTYPE html>\n<title>{{page.head.title}}</title>\n<meta name=\"description\" content=\"{{page.head.description}}\">\n";

    /// <summary>Gets the files by path below the theme folder.</summary>
    public static IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("theme.yml", "name: plain\nversion: 1\n");
        foreach (var template in PageFormat.Templates)
        {
            yield return ($"templates/{template}.hbs", Head + ContentOf(template));
        }

        var words = new EmbeddedThemeInput();
        foreach (var file in words.List([]).Where(file => file.Path.Value.StartsWith("@theme/strings/", StringComparison.Ordinal)))
        {
            yield return (file.Path.Value["@theme/".Length..], Encoding.UTF8.GetString(words.Read(file)));
        }
    }

    public static MemoryInput Input()
    {
        var input = new MemoryInput();
        foreach (var (path, text) in Files())
        {
            input.Write("@theme/" + path, Encoding.UTF8.GetBytes(text));
        }

        return input;
    }

    private static string ContentOf(string template) => template switch
    {
        "notice" or "page" => "<main>\n{{body page.body}}</main>\n{{#each page.downloads}}<a href=\"{{href}}\">{{title}}</a>\n{{/each}}",
        "rubric" => "<main>{{#if page.introduction}}\n{{body page.introduction}}{{/if}}\n{{#each page.notices}}<a href=\"{{href}}\">{{title}}</a>\n{{/each}}</main>",
        "members-home" => "<main>{{#each page.notices}}<a href=\"{{href}}\">{{title}}</a> {{summary}}\n{{/each}}{{#each page.areas}}<a href=\"{{href}}\">{{text}}</a>\n{{/each}}</main>",
        "series" or "home" => "<main>{{#each page.notices}}<a href=\"{{href}}\">{{title}}</a> {{summary}}\n{{/each}}</main>",
        "teaser" => "<h1>{{page.title}}</h1>\n{{page.summary}}\n{{#if page.membersHref}}<a href=\"{{page.membersHref}}\">{{page.label}}</a>\n{{/if}}",
        "tombstone" or "council-tombstone" => "{{page.label}} {{page.withdrawn.text}} {{page.reason}}\n",
        _ => "<main></main>\n",
    };
}
