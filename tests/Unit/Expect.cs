namespace Fachinfo.Tests;

/// <summary>Statements about lists of problems: all of them are shown, not the first few.</summary>
public static class Expect
{
    /// <summary>Fails with every problem on a line of its own.</summary>
    public static void Nothing(IEnumerable<string> problems)
    {
        var all = problems.Distinct().Order(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{all.Count} problems:\n{string.Join('\n', all)}");
        }
    }
}
