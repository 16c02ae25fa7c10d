using System.Globalization;

namespace Fachinfo.Bench;

/// <summary>A promise about speed or memory, and what was measured.</summary>
internal sealed record Target(string Name, double Most, double Measured, string Unit)
{
    private const double Megabyte = 1_000_000;

    public bool IsMet => Measured <= Most;

    public static IEnumerable<Target> Of(IReadOnlyList<SiteSamples> sites)
    {
        var small = sites[0];
        yield return new Target("cold build", 2.5, small.Cold.Median, "s");
        yield return new Target("peak memory, cold", 350, small.Cold.Peak / Megabyte, "MB");
        yield return new Target("nothing changed, of cold", 0.12, small.Unchanged.RatioTo(small.Cold), "");
        yield return new Target("one body edited, of cold", 0.2, small.Body.RatioTo(small.Cold), "");
        yield return new Target("theme changed, of cold", 0.6, small.Theme.RatioTo(small.Cold), "");
        if (sites.Count > 1)
        {
            var large = sites[1];
            yield return new Target("cold build of the large site, of the small one", 12, large.Cold.RatioTo(small.Cold), "");
            yield return new Target("peak memory of the large site, cold", 600, large.Cold.Peak / Megabyte, "MB");
        }
    }

    public string ToRow() => string.Create(CultureInfo.InvariantCulture, $"| {Name} | ≤ {Most} {Unit} | {Measured:0.###} {Unit} | {(IsMet ? "met" : "**missed**")} |");
}
