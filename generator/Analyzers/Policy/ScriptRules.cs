using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;

namespace Fachinfo.Analyzers.Policy;

/// <summary>What a script may not load or do.</summary>
internal static partial class ScriptRules
{
    public static IEnumerable<Breach> Find(string text, PolicyCheck check)
    {
        var code = Comments.BlankInScript(text);
        foreach (Match load in Load().Matches(code).Where(load => check.IsForeign(load.Groups["address"].Value)))
        {
            yield return new Breach(load.Index, load.Length, Codes.ForeignRequest);
        }

        foreach (Match run in Evaluation().Matches(code))
        {
            yield return new Breach(run.Index, run.Length, Codes.BlockedByPolicy, "nicht, Text als Programm auszuführen", "Schreiben Sie eine Funktion.");
        }

        foreach (Match attribute in Attribute().Matches(code))
        {
            yield return new Breach(attribute.Index, attribute.Length, Codes.BlockedByPolicy, "keine Attribute „style“ und „on…“", "Setzen Sie eine Klasse mit classList, oder hören Sie mit addEventListener zu.");
        }
    }

    [GeneratedRegex(
        """
        (?x) (?<![\w$.])
        ( import \s* \(? | (import|export) \b [^;"'`()=]*? \b from | (fetch|importScripts) \s* \( | new \s+ (WebSocket|EventSource|Worker|SharedWorker) \s* \( )
        \s* ["'`] (?<address>[^"'`]*) ["'`]
        | \. ( src | srcset | data | poster ) \s* = \s* ["'`] (?<address>[^"'`]*) ["'`]
        | \. ( sendBeacon \s* \( | open \s* \( \s* ["'`] [A-Za-z]+ ["'`] \s* , | setAttribute \s* \( \s* ["'`] ( src | srcset | data | poster ) ["'`] \s* , ) \s* ["'`] (?<address>[^"'`]*) ["'`]
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Load();

    [GeneratedRegex("""(?<![\w$.])(eval\s*\(|new\s+Function\s*\(|set(Timeout|Interval)\s*\(\s*["'`])""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Evaluation();

    [GeneratedRegex("""\.setAttribute\s*\(\s*["'`](style|on[a-z]+)["'`]""", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();
}
