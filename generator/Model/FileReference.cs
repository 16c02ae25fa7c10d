using System.Text.RegularExpressions;

namespace Fachinfo.Model;

/// <summary>A file reference (Aktenzeichen, Az.): kept as written, taken apart where its shape is known.</summary>
/// <remarks>
/// Shape: <c>[department roman "/" section] plan number ["-" case number] ["/" volume] [initials]</c>, as in
/// <c>I/2 020-08-45/1 wo/ka</c>, <c>13.0.70-001</c>, <c>17.0.5.4.2 Le/Be</c>. Never decides a rubric.
/// </remarks>
/// <param name="Text">As written, without a label such as "Az.:".</param>
/// <param name="Plan">The plan number with points and its leading zeros: <c>13.0.70</c>; empty if the text cannot be parsed.</param>
/// <param name="CaseNumber">The case number of three or more digits, or <see langword="null"/>.</param>
public sealed partial record FileReference(string Text, string Plan, string? CaseNumber, string? Department, string? Volume, string? Initials)
{
    private const int LongestReference = 100;

    public bool IsParsed => Plan.Length > 0;

    /// <summary>Gets the first segment of the plan number: <c>13</c>.</summary>
    public string MainGroup => Plan.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? Plan[..point] : Plan;

    /// <summary>Gets the plan number with its case: <c>13.0.70-001</c>.</summary>
    public string PlanAndCase => CaseNumber is null ? Plan : $"{Plan}-{CaseNumber}";

    /// <summary>Parses a reference; one of unknown shape keeps its text and no parts.</summary>
    public static FileReference Parse(string text)
    {
        var value = Label().Replace(text.Trim(), "").Trim();

        // Word processors make dashes of hyphens.
        var match = Shape().Match(value.Length <= LongestReference ? value.Replace('\u2013', '-').Replace('\u2011', '-') : "");
        if (!match.Success)
        {
            return new FileReference(value, "", null, null, null, null);
        }

        return new FileReference(
            value,
            match.Groups["plan"].Value.Replace('-', '.'),
            Part(match, "case"),
            Part(match, "department"),
            Part(match, "volume"),
            Part(match, "initials"));
    }

    private static string? Part(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

    [GeneratedRegex(@"^(?:Az\.?|Aktenzeichen|Mein Zeichen)\s*:?\s*(?=\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    // The case number is the last group after a hyphen if it has three or more digits and a plan number stands before it.
    [GeneratedRegex(
        @"^(?:(?<department>[IVX]+/[0-9]+)\s+)?(?<plan>[0-9]+(?:\.[0-9]+|-[0-9]{1,2}(?![0-9]))*)(?:-(?<case>[0-9]{3,}))?(?:/(?<volume>[0-9]+))?(?:\s+(?<initials>\p{L}{1,4}(?:/\p{L}{1,4})*))?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
