using Fachinfo.GateProbe;
using Fachinfo.Pages.Hosting;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary>Compares what a deployed site answers with what was built and what its rules say.</summary>
/// <param name="site">Where it is deployed.</param>
/// <param name="built">The list of the output's files; empty if there is no output to compare with.</param>
internal sealed class DeployedSite(Probe probe, Uri site, Ownership built)
{
    /// <summary>Asks for one address.</summary>
    /// <returns>What is wrong with the answer, in German; empty if it is as expected.</returns>
    public ProbeResult Ask(ExpectedAnswer expected)
    {
        var answer = probe.AskPublic(site, Escape(expected.Path));
        var problem = answer.Problem.Length > 0 ? answer.Problem : string.Join("; ", Problems(expected, answer));
        return new ProbeResult(expected.Path, answer.Status, false, problem);
    }

    private IEnumerable<string> Problems(ExpectedAnswer expected, PublicAnswer answer)
    {
        if (expected.Target.Length > 0)
        {
            return RedirectProblem(expected, answer) is { Length: > 0 } problem ? [problem] : [];
        }

        return answer.Status != expected.Status
            ? [$"antwortet mit {answer.Status} statt {expected.Status}" + (answer.Headers.TryGetValue("Location", out var target) ? $" und leitet nach „{target}“" : "")]
            : HeaderProblems(expected, answer).Concat(ContentProblems(expected, answer));
    }

    private string RedirectProblem(ExpectedAnswer expected, PublicAnswer answer)
    {
        if (answer.Status == 200)
        {
            return built.Count == 0 || built.Contains(expected.File, answer.Sha512) ? "" : "liefert etwas anderes als die gebaute Seite, die weiterleitet";
        }

        if (answer.Status is < 300 or >= 400 || !answer.Headers.TryGetValue("Location", out var location))
        {
            return $"antwortet mit {answer.Status}, statt nach „{expected.Target}“ zu leiten";
        }

        var from = new Uri(site.GetLeftPart(UriPartial.Authority) + "/");
        return !Uri.TryCreate(from, location, out var to) || to.Authority != from.Authority || to.PathAndQuery != new Uri(from, expected.Target).PathAndQuery
            ? $"leitet nach „{location}“ statt nach „{expected.Target}“"
            : answer.Status is 301 or 308 ? "" : $"leitet mit {answer.Status} nur vorläufig weiter, nicht mit 301";
    }

    private static IEnumerable<string> HeaderProblems(ExpectedAnswer expected, PublicAnswer answer)
    {
        var missing = expected.Headers.Where(header => !answer.Headers.ContainsKey(header.Name)).Select(header => header.Name).ToList();
        if (missing.Count > 0)
        {
            yield return "ohne " + string.Join(", ", missing);
        }

        foreach (var (name, value) in expected.Headers.Where(header => answer.Headers.TryGetValue(header.Name, out var found) && !Holds(found, header.Value)))
        {
            yield return $"{name}: „{answer.Headers[name]}“ statt „{value}“";
        }

        var type = answer.Headers.GetValueOrDefault("Content-Type", "").Split(';')[0].Trim();
        if (!expected.MediaTypes.IsEmpty && !expected.MediaTypes.Any(ending => type.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
        {
            yield return type.Length == 0 ? "ohne Content-Type" : $"Content-Type: „{type}“ passt nicht zur Datei";
        }
    }

    /// <summary>Hosts join equal headers of several rules, and servers send those of their own beside ours.</summary>
    private static bool Holds(string found, string expected)
    {
        var (all, one) = (Squeeze(found), Squeeze(expected));
        return all == one || all.StartsWith(one + ",", StringComparison.Ordinal) || all.EndsWith("," + one, StringComparison.Ordinal);
    }

    private static string Squeeze(string value) => string.Concat(value.Where(character => !char.IsWhiteSpace(character))).ToLowerInvariant();

    private IEnumerable<string> ContentProblems(ExpectedAnswer expected, PublicAnswer answer) =>
        expected.File.Length > 0 && built.Count > 0 && !built.Contains(expected.File, answer.Sha512)
            ? [built.Contains(expected.File) ? "ist eine andere Fassung als die gebaute" : "fehlt im Ausgabeordner"]
            : [];

    /// <summary>Former addresses may have umlauts.</summary>
    private static string Escape(string path) => string.Concat(path.Select(character => char.IsAscii(character) ? character.ToString() : Uri.EscapeDataString(character.ToString())));
}
