using System.Text;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Reading;

namespace Fachinfo.Tests;

/// <summary>The key that takes a notice back.</summary>
public class WithdrawalFieldTests
{
    [Theory]
    [InlineData("withdrawn: 2024-05-01")]
    [InlineData("zurückgezogen: 01.05.2024")]
    [InlineData("zurückgezogen: {datum: 1. Mai 2024}")]
    public void Withdrawal_needs_no_more_than_its_day(string line)
    {
        var notice = Read(line);
        Assert.Empty(notice.Findings);
        Assert.Equal(new Withdrawal(new(2024, 5, 1), null), notice.Data!.Withdrawn);
    }

    [Theory]
    [InlineData("zurückgezogen: ja", "FM013")]
    [InlineData("zurückgezogen: [2024-05-01]", "FM012")]
    public void Withdrawal_without_a_day_is_an_error_that_names_the_field(string line, string code)
    {
        var finding = Assert.Single(Read(line).Findings);
        Assert.Equal((code, 6, 16), (finding.Code, finding.Location.Line, finding.Location.Column));
        Assert.StartsWith("Das Feld „zurückgezogen“ enthält", finding.Message, StringComparison.Ordinal);
    }

    private static Parsed<NoticeContent> Read(string line) => NoticeReader.Read(
        new("mitteilungen/2024/145.md"),
        Encoding.UTF8.GetBytes($"---\ntitle: T\nnumber: 145/2024\ndate: 2024-02-20\nrubric: Umwelt\n{line}\n---\nText"));
}
