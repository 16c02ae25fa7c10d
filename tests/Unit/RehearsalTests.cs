using Fachinfo.Commands;
using Fachinfo.Pipelines;

namespace Fachinfo.Tests;

/// <summary>What the program does beside its start, so that its code is loaded when it is needed.</summary>
public class RehearsalTests
{
    [Fact]
    public void A_notice_is_read_whole()
    {
        var parsed = Rehearsal.ReadNotice();
        Assert.Empty(parsed.Findings);
        Assert.Equal("Probe", parsed.Data!.Title.Value);
        Assert.False(parsed.Body.IsEmpty);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(true, "--strict")]
    [InlineData(true, "build", "--strict")]
    [InlineData(true, "check")]
    [InlineData(true, "preview")]
    [InlineData(false, "--help")]
    [InlineData(false, "--version")]
    [InlineData(false, "members", "list")]
    [InlineData(false, "[suggest:3]", "bui")]
    public void Only_calls_that_read_the_content_rehearse(bool reads, params string[] args) => Assert.Equal(reads, CommandLine.Reads(args));
}
