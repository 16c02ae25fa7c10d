using System.Buffers;
using System.Text;

namespace Fachinfo.Theming;

/// <summary>Compiles and renders a small template, so that the template engine is loaded when the first page needs it.</summary>
public static class TemplateRehearsal
{
    private const string Layout = "layouts/rehearsal";
    private const string Item = "rehearsal-item";

    public static string Render()
    {
        var templates = new CompiledTemplates(new(StringComparer.Ordinal)
        {
            [Layout] =
                """
                {{#if page.title}}
                <h1>{{page.title}}</h1>
                {{else}}
                {{/if}}
                {{#each page.items}}
                {{> rehearsal-item}}
                {{/each}}
                {{#with page.first}}{{#unless first}}-{{/unless}}{{/with}}
                """,
            [Item] = "<li>{{title}}</li>",
        });
        var writer = new PageWriter(new RepeatedParts([]));
        writer.Clear(Layout);
        PageWriter.Current = writer;
        try
        {
            RehearsedView[] items = [new("a", [], null)];
            templates.Find(Layout)(writer, new TemplateContext("", new RehearsedView("b", items, items[0])), null!);
        }
        finally
        {
            PageWriter.Current = null;
        }

        var text = new ArrayBufferWriter<byte>();
        writer.CopyTo(text, static (_, _) => { });
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    private sealed record RehearsedView(string Title, IReadOnlyList<RehearsedView> Items, RehearsedView? First);
}
