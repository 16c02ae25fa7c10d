using System.Collections.Immutable;
using Fachinfo.Model;
using Fachinfo.Sealing;

namespace Fachinfo.Tests;

/// <summary>What happens to periods, hashes and serials when members come and go.</summary>
public class RosterTests
{
    private static readonly ImmutableArray<string> Members = ["members"];
    private int drawn;

    private RosterChange Change => new(SiteFixture.Today, () => (drawn++).ToString("x16", System.Globalization.CultureInfo.InvariantCulture));

    private MemberRoster TwoMembers() => Change.Add(Change.Add(MemberRoster.Empty, "b", "B", Members), "a", "A", Members);

    [Fact]
    public void New_member_keeps_the_period()
    {
        var one = Change.Add(MemberRoster.Empty, "b", "B", Members);
        var two = Change.Add(one, "a", "A", Members);
        Assert.Equal(one.PeriodOf("members"), two.PeriodOf("members"));
        Assert.StartsWith("2024-03-15-", two.PeriodOf("members"), StringComparison.Ordinal);
        Assert.Equal(["a", "b"], two.Members.Select(member => member.Id));
        Assert.Empty(RosterHash.FindDifferences(two, Members));
    }

    [Fact]
    public void Removed_member_stays_listed_and_the_period_changes()
    {
        var before = TwoMembers();
        var after = Change.Remove(before, "a");
        Assert.NotEqual(before.PeriodOf("members"), after.PeriodOf("members"));
        Assert.Equal(SiteFixture.Today, after.Members[0].Removed);
        Assert.Empty(RosterHash.FindDifferences(after, Members));
    }

    [Fact]
    public void Member_that_comes_back_gets_a_new_code()
    {
        var before = TwoMembers();
        var back = Change.Add(Change.Remove(before, "a"), "a", "A neu", Members);
        Assert.NotEqual(before.Members[0].Serial, back.Members[0].Serial);
        Assert.Equal([before.Members[0].Serial], back.Members[0].Revoked);
        Assert.Null(back.Members[0].Removed);
    }

    [Fact]
    public void Renewed_code_and_taken_audience_draw_a_new_period()
    {
        var before = TwoMembers();
        var renewed = Change.Renew(before, "a");
        Assert.NotEqual(before.PeriodOf("members"), renewed.PeriodOf("members"));
        Assert.Equal([before.Members[0].Serial], renewed.Members[0].Revoked);
        var wider = Change.Add(before, "a", "A", ["finanzen"]);
        Assert.Equal(["members", "finanzen"], wider.Members[0].Audiences);
        var taken = Change.TakeAway(wider, "a", "finanzen");
        Assert.NotEqual(wider.PeriodOf("finanzen"), taken.PeriodOf("finanzen"));
        Assert.Equal(wider.PeriodOf("members"), taken.PeriodOf("members"));
    }

    [Fact]
    public void Edit_by_hand_is_noticed_until_it_is_applied()
    {
        var before = TwoMembers();
        var edited = before with { Members = [before.Members[0]] };
        Assert.Equal(["members"], RosterHash.FindDifferences(edited, Members));
        var applied = Change.Apply(edited, Members);
        Assert.Empty(RosterHash.FindDifferences(applied, Members));
        Assert.NotEqual(before.PeriodOf("members"), applied.PeriodOf("members"));
    }

    [Fact]
    public void Rotation_keeps_codes()
    {
        var before = TwoMembers();
        var after = Change.Rotate(before, Members);
        Assert.Equal(before.Members, after.Members);
        Assert.NotEqual(before.PeriodOf("members"), after.PeriodOf("members"));
    }
}
