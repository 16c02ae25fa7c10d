using System.Text.RegularExpressions;

namespace Fachinfo.Theming;

/// <summary>A template inside a layout: <c>{{#> base}} … {{/base}}</c>, with <c>{{> @partial-block}}</c> in the layout.</summary>
/// <remarks>
/// The template engine makes a context for such a block and never gives it back, and each one holds the context of a later page:
/// tens of thousands of pages, models and all, stay in memory until a full collection. So layout and template change places
/// before they are compiled, which is the same page without that context.
/// </remarks>
internal static partial class TemplateLayout
{
    /// <summary>What stands in a layout for the template; no file of a theme can have this name.</summary>
    public const string ContentName = "layout/content";

    /// <summary>Finds the layout that stands around all of a template; lines keep their numbers.</summary>
    public static (string Layout, string Content)? Find(string template) => Around().Match(template) is { Success: true } match
        ? (match.Groups["layout"].Value, $"{{{{! {match.Groups["layout"].Value} }}}}{match.Groups["content"].Value}{{{{! }}}}{match.Groups["end"].Value}")
        : null;

    public static string WithContent(string layout) => Block().Replace(layout, $"{{{{> {ContentName}}}}}");

    [GeneratedRegex(@"^\{\{#>\s*(?<layout>[\w-]+)\s*\}\}(?<content>.*)\{\{/\k<layout>\}\}(?<end>\s*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Around();

    [GeneratedRegex(@"\{\{>\s*@partial-block\s*\}\}", RegexOptions.CultureInvariant)]
    private static partial Regex Block();
}
