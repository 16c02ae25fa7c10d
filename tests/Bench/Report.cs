using System.Globalization;

namespace Fachinfo.Bench;

/// <summary>The measurements as Markdown.</summary>
internal static class Report
{
    public static void Write(TextWriter to, IReadOnlyList<SiteSamples> sites, int runs)
    {
        foreach (var samples in sites)
        {
            WriteTable(to, $"{Text($"{samples.Site.Documents:N0}")} notices", samples, [], runs);
        }

        WriteTargets(to, Target.Of(sites));
    }

    /// <summary>Writes what was measured with one site.</summary>
    /// <param name="what">What is in the site.</param>
    /// <param name="further">Cases beside those of the site.</param>
    public static void WriteTable(TextWriter to, string what, SiteSamples samples, IEnumerable<Samples> further, int runs)
    {
        var site = samples.Site;
        to.WriteLine(Text($"\n## {what}, {site.Outputs:N0} files of {site.OutputBytes / 1e6:0} MB, {runs} rounds, {Environment.ProcessorCount} processors\n"));
        to.WriteLine("| case | median | least | most | processor time | of the floor | of cold | peak memory |");
        to.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var one in samples.All.Concat(further))
        {
            to.WriteLine(Text(
                $"| {one.Name} | {one.Median:0.000} s | {one.Least:0.000} s | {one.Most:0.000} s | {one.Processor:0.00} s | {one.RatioTo(samples.Floor):0.0} | {one.RatioTo(samples.Cold):0.000} | {one.Peak / 1e6:0} MB |"));
        }
    }

    /// <summary>Writes cases of several sites, each against one of them.</summary>
    public static void WriteCases(TextWriter to, string what, IEnumerable<Samples> cases, Samples basis, int runs)
    {
        to.WriteLine(Text($"\n## {what}, {runs} rounds, {Environment.ProcessorCount} processors\n"));
        to.WriteLine(Text($"| case | median | least | most | of “{basis.Name}” | processor time | of that of “{basis.Name}” | peak memory |"));
        to.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var one in cases)
        {
            to.WriteLine(Text($"| {one.Name} | {one.Median:0.000} s | {one.Least:0.000} s | {one.Most:0.000} s | {one.RatioTo(basis):0.000} | {one.Processor:0.00} s | {one.ProcessorRatioTo(basis):0.000} | {one.Peak / 1e6:0} MB |"));
        }
    }

    public static void WriteTargets(TextWriter to, IEnumerable<Target> targets)
    {
        to.WriteLine("\n| target | promised | measured | |\n|---|--:|--:|---|");
        foreach (var target in targets)
        {
            to.WriteLine(target.ToRow());
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
