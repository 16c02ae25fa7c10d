using System.Text.RegularExpressions;
using Fachinfo.Diagnostics;

namespace Fachinfo.Tests;

public class CodeCatalogueTests
{
    private static readonly string[] Areas = ["AD", "CO", "DL", "FM", "LE", "LK", "MB", "MD", "NO", "OU", "PG", "RU", "SF", "SI", "TH"];

    public static TheoryData<string> AllIds => [.. Codes.All.Select(code => code.Id)];

    [Fact]
    public void Ids_are_unique_and_well_formed()
    {
        Assert.Equal(Codes.All.Count, Codes.All.Select(code => code.Id).Distinct().Count());
        Assert.All(Codes.All, code => Assert.Matches("^[A-Z]{2}[0-9]{3}$", code.Id));
        Assert.Empty(Codes.All.Select(code => code.Id[..2]).Distinct().Except(Areas));
    }

    /// <summary>Advice may be a placeholder only, where it depends on what was found.</summary>
    [Fact]
    public void Messages_are_sentences() => Expect.Nothing(Codes.All
        .SelectMany(code => new[] { (code.Id, Text: code.Message), (code.Id, Text: code.Advice) })
        .Where(row => !Regex.IsMatch(row.Text, @"^\{\d\}$") && !IsSentence(row.Text))
        .Select(row => $"{row.Id}: {row.Text}"));

    [Fact]
    public void Messages_are_german() => Expect.Nothing(Codes.All
        .Where(code => Regex.IsMatch($" {code.Message} {code.Advice} ", @"\b(the|is not|file|must|should|please|invalid|missing|not found)\b", RegexOptions.IgnoreCase))
        .Select(code => $"{code.Id}: {code.Message}"));

    [Fact]
    public void Quotation_marks_are_german() => Expect.Nothing(Codes.All
        .Where(code => code.Message.Contains('"', StringComparison.Ordinal) || code.Message.Count(c => c == '„') != code.Message.Count(c => c == '“'))
        .Select(code => $"{code.Id}: {code.Message}"));

    [Theory]
    [MemberData(nameof(AllIds))]
    public void Every_code_can_be_raised(string id)
    {
        Assert.True(CodeCases.Ids.Contains(id), $"{id} has no case in CodeCases.cs.");
        Assert.Contains(id, CodeCases.Raise(id));
    }

    [Fact]
    public void No_case_outlives_its_code() =>
        Assert.Equal(Codes.All.Select(code => code.Id), CodeCases.Ids.Order(StringComparer.Ordinal));

    [Fact]
    public void Inspect_codes_prints_the_whole_catalogue()
    {
        using var project = new ProjectFolder();
        var lines = project.Run("inspect", "codes").RequireGood().Output.TrimEnd('\n').Split('\n');
        Assert.Equal(
            Codes.All.Select(code => $"{code.Id}\t{code.Severity.ToString().ToLowerInvariant()}\t{code.Message} {code.Advice}"),
            lines);
    }

    private static bool IsSentence(string text) =>
        (char.IsUpper(text[0]) || text[0] is '„') && (text.EndsWith('.') || text.EndsWith('?') || Regex.IsMatch(text, ": .*[^ ]$"));
}
