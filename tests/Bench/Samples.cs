namespace Fachinfo.Bench;

/// <summary>The measurements of one case in all rounds.</summary>
internal sealed class Samples(string name)
{
    private readonly List<Taken> all = [];

    public string Name { get; } = name;

    public double Median => MedianOf(taken => taken.Seconds);

    public double Least => all.Min(taken => taken.Seconds);

    public double Most => all.Max(taken => taken.Seconds);

    public double Processor => MedianOf(taken => taken.ProcessorSeconds);

    public long Peak => all.Max(taken => taken.PeakBytes);

    public void Add(Taken taken) => all.Add(taken);

    /// <summary>The median of the ratios round by round: what slows a whole round cancels out.</summary>
    public double RatioTo(Samples other) => Middle(all.Zip(other.all, (mine, theirs) => mine.Seconds / theirs.Seconds));

    /// <summary>The median of the ratios of processor time: good also where other work takes turns with a round.</summary>
    public double ProcessorRatioTo(Samples other) => Middle(all.Zip(other.all, (mine, theirs) => mine.ProcessorSeconds / theirs.ProcessorSeconds));

    /// <summary>The median of the differences round by round, in seconds.</summary>
    public double DifferenceTo(Samples other) => Middle(all.Zip(other.all, (mine, theirs) => mine.Seconds - theirs.Seconds));

    /// <summary>The median of the differences in processor time round by round, in seconds.</summary>
    public double ProcessorDifferenceTo(Samples other) => Middle(all.Zip(other.all, (mine, theirs) => mine.ProcessorSeconds - theirs.ProcessorSeconds));

    private double MedianOf(Func<Taken, double> value) => Middle(all.Select(value));

    private static double Middle(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
