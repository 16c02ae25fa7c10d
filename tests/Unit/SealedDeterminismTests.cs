using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Sealing;

namespace Fachinfo.Tests;

/// <summary>Sealing draws nothing: what is sealed twice is the same, so that a deploy moves only what was edited.</summary>
public class SealedDeterminismTests
{
    private static readonly SiteSecret Secret = new([.. Enumerable.Range(1, 32).Select(i => (byte)i)]);

    private static readonly BuildOptions Sealing = new(SiteFixture.Today) { Secret = new BuildSecret(Secret, Secret.Fingerprint) };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Two_builds_seal_the_same_bytes(int threads)
    {
        var first = SiteFixture.Build(string.Concat(Files()), Sealing with { Threads = 1 });
        var second = SiteFixture.Build(string.Concat(Files().Reverse()), Sealing with { Threads = threads });
        Assert.True(first.Result.Succeeded, string.Join('\n', first.Findings));
        Assert.Contains(first.Outputs, path => path.StartsWith("mitglieder/o/", StringComparison.Ordinal));
        Assert.Equal(MemberRecords.Files, first.Outputs.Count(path => path.StartsWith("mitglieder/k/", StringComparison.Ordinal)));
        ProjectFolder.AssertSame(first.Bytes, second.Bytes);
    }

    [Fact]
    public void Edit_of_one_notice_changes_no_other_notice_and_no_record()
    {
        var before = SiteFixture.Build(string.Concat(Files()), Sealing);
        var after = SiteFixture.Build(string.Concat(Files()).Replace("Text 3.", "Text 3, ergänzt.", StringComparison.Ordinal), Sealing);
        var key = Secret.KeyFor("members", Roster().PeriodOf("members"));

        // Pieces of the search are named after their content: a changed one lies elsewhere.
        var changed = before.Outputs.Where(path => !(after.Bytes.TryGetValue(path, out var bytes) && before.Bytes[path].AsSpan().SequenceEqual(bytes))).ToList();
        Assert.Contains(key.AddressOf("/mitteilungen/2024/3/")[1..], changed);
        Assert.DoesNotContain(key.AddressOf("/mitteilungen/2024/1/")[1..], changed);
        Assert.DoesNotContain(changed, path => path.StartsWith("mitglieder/k/", StringComparison.Ordinal));
    }

    private static MemberRoster Roster()
    {
        var change = new RosterChange(SiteFixture.Today, () => "00000000000000aa");
        var one = change.Add(MemberRoster.Empty with { Check = Secret.Check }, "musterdorf", "Gemeinde Musterdorf", ["members"]);
        return change.Add(one, "musterstadt", "Stadt Musterstadt", ["members"]);
    }

    private static IEnumerable<string> Files()
    {
        for (var number = 1; number <= 12; number++)
        {
            yield return $"-- mitteilungen/2024/{number}.md --\n---\ntitle: Titel {number}\nnumber: {number}\ndate: 2024-01-{number:00}\nrubric: {(number % 2 == 0 ? "Recht" : "Umwelt")}\nsummary: Kurz.\naccess: members\ndownloads: [anlage{number}.txt]\n---\nText {number}.\n";
            yield return $"-- mitteilungen/2024/anlage{number}.txt --\nAnlage {number}.\n";
        }

        yield return $"-- {MemberRoster.FileName} --\n" + RosterText.Write(Roster());
    }
}
