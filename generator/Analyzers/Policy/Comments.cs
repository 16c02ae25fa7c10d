using System.Text.RegularExpressions;

namespace Fachinfo.Analyzers.Policy;

/// <summary>Takes comments out of texts of a theme; what is left stays at its place.</summary>
internal static partial class Comments
{
    public static string BlankInStyleSheet(string text) => Blank(StyleSheet(), text);

    public static string BlankInScript(string text) => Blank(Script(), text);

    public static string BlankInTemplate(string text) => Blank(Template(), text);

    private static string Blank(Regex pattern, string text) => pattern.Replace(text, match =>
        match.Groups["comment"].Success ? string.Concat(match.Value.Select(character => character is '\n' ? '\n' : ' ')) : match.Value);

    // Strings are matched too, so that "https://…" in one is not taken for a comment.
    [GeneratedRegex("""(?<comment>/\*.*?(\*/|$))|"([^"\\\n]|\\.)*"|'([^'\\\n]|\\.)*'""", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex StyleSheet();

    [GeneratedRegex("""(?<comment>/\*.*?(\*/|$)|//[^\n]*)|"([^"\\\n]|\\.)*"|'([^'\\\n]|\\.)*'|`([^`\\]|\\.)*`""", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Script();

    [GeneratedRegex(@"(?<comment>\{\{~?!--.*?--~?\}\}|\{\{~?!.*?\}\}|<!--.*?-->)", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Template();
}
