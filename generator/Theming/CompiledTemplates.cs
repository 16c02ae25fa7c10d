using System.Collections.Concurrent;
using System.Globalization;
using Fachinfo.Execution;
using HandlebarsDotNet;

namespace Fachinfo.Theming;

/// <summary>Templates, layouts and partials that belong together, each compiled when it is first used.</summary>
internal sealed class CompiledTemplates
{
    private readonly Lazy<IHandlebars> environment;
    private readonly Dictionary<string, string> texts;
    private readonly ConcurrentDictionary<string, Lazy<HandlebarsTemplate<TextWriter, object, object>>> compiled = new(StringComparer.Ordinal);

    /// <summary>Takes templates; nothing is compiled yet.</summary>
    /// <param name="texts">The text of each template by its name; those whose names have no folder are partials.</param>
    public CompiledTemplates(Dictionary<string, string> texts)
    {
        this.texts = texts;
        environment = new(CreateEnvironment);
    }

    /// <summary>The template engine, which takes a while to set up; a build that renders no page does without.</summary>
    private IHandlebars CreateEnvironment()
    {
        var created = Handlebars.Create(new HandlebarsConfiguration
        {
            FormatProvider = CultureInfo.InvariantCulture,
            TextEncoder = HtmlTextEncoder.Instance,
            ThrowOnUnresolvedBindingExpression = true,
            CompileTimeConfiguration = { Features = { new DeferredCompiler() } },
            FormatterProviders = { new WrittenTexts() },
        });
        created.RegisterHelper("body", WriteBody);
        created.RegisterTemplate(TemplateLayout.ContentName, (writer, context, data) => Find(PageWriter.Current!.Template)(writer, context, data));

        // Compiled when first used: a build that renders three pages does not pay for thirty partials.
        foreach (var name in texts.Keys.Where(name => !name.Contains('/', StringComparison.Ordinal)))
        {
            var partial = Add(name);
            created.RegisterTemplate(name, (writer, context, data) => WritePartial(name, partial, writer, context, data));
        }

        return created;
    }

    /// <summary>Finds a template, compiled.</summary>
    /// <exception cref="HandlebarsException">The template has a mistake.</exception>
    public HandlebarsTemplate<TextWriter, object, object> Find(string name) => (compiled.TryGetValue(name, out var known) ? known : Add(name)).Value;

    /// <summary>Begins to compile templates and all partials in them, and does not wait for it; a mistake shows when the template is used.</summary>
    public void CompileAhead(IEnumerable<string> names) => _ = Task.Run(() =>
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var left = new Queue<string>(names);
        while (left.TryDequeue(out var name))
        {
            if (known.Add(name) && texts.TryGetValue(name, out var text) && TryCompile(name))
            {
                foreach (var partial in RepeatedParts.IncludedIn(text))
                {
                    left.Enqueue(partial);
                }
            }
        }
    });

    private bool TryCompile(string name)
    {
        try
        {
            return Find(name) is not null;
        }
        catch (HandlebarsException)
        {
            return false;
        }
    }

    private Lazy<HandlebarsTemplate<TextWriter, object, object>> Add(string name) => compiled.GetOrAdd(
        name,
        key => new Lazy<HandlebarsTemplate<TextWriter, object, object>>(() => environment.Value.Compile(new StringReader(texts[key]))));

    private static void WritePartial(string name, Lazy<HandlebarsTemplate<TextWriter, object, object>> partial, TextWriter writer, object? context, object? data)
    {
        // With parameters the value would be a dictionary of them.
        var (page, view) = (PageWriter.Current!, (context as BindingContext)?.Value as IRepeatedView);
        if (view is not null && page.WriteKnown(name, view))
        {
            return;
        }

        var start = page.Length;
        partial.Value(writer, context!, data!);
        if (view is not null)
        {
            page.Keep(name, view, start);
        }
    }

    private static void WriteBody(in EncodedTextWriter output, in HelperOptions options, in Context context, in Arguments arguments)
    {
        if (arguments.Length != 1 || arguments[0] is not BodyView body)
        {
            throw new HandlebarsException("{{body …}} needs one argument, a body");
        }

        output.Write(PageWriter.Current!.MarkFor(body), false);
    }
}
