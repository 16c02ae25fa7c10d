using System.Text.RegularExpressions;

namespace Fachinfo.Theming;

/// <summary>Says in German what the template engine says in English, as far as a mistake is a usual one.</summary>
internal static partial class TemplateProblem
{
    public static string InGerman(string message)
    {
        var known = Known().Match(message);
        return known.Groups["name"].Success ? $"„{known.Groups["name"].Value}“ gibt es hier nicht"
            : known.Groups["partial"].Success ? $"ein Partial „{known.Groups["partial"].Value}“ gibt es nicht"
            : known.Groups["block"].Success ? $"der Block „{known.Groups["block"].Value}“ wird nicht geschlossen, es fehlt „{{{{/{known.Groups["block"].Value}}}}}“"
            : known.Groups["closing"].Success ? $"„{{{{{known.Groups["closing"].Value}}}}}“ schließt einen Block, der nicht geöffnet ist"
            : known.Groups["helper"].Success ? $"einen Block „{known.Groups["helper"].Value}“ gibt es nicht"
            : known.Groups["expression"].Success ? "auf ein „{{“ folgt kein „}}“"
            : known.Groups["comment"].Success ? "ein Kommentar wird nicht geschlossen, es fehlt „--}}“"
            : known.Groups["token"].Success ? $"„{known.Groups["token"].Value}“ ist in der Vorlage nicht lesbar"
            : message;
    }

    [GeneratedRegex(
        "^(?<name>.+) is undefined$|partial name '(?<partial>[^']+)' could not be resolved|before block expression '#?(?<block>[^']+)' was closed"
        + "|closing element '(?<closing>[^']+)'|BlockHelper '(?<helper>[^']+)'|(?<expression>before (?:the )?expression was closed)|(?<comment>in the middle of a comment)|unparseable token in expression: (?<token>.+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Known();
}
