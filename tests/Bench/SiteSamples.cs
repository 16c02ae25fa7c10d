namespace Fachinfo.Bench;

/// <summary>All cases of one site, measured in rounds, each round every case once.</summary>
internal sealed class SiteSamples(BenchSite site)
{
    public BenchSite Site { get; } = site;

    public Samples Start { get; } = new("start of the program");

    public Samples Floor { get; } = new("read and write only");

    public Samples Cold { get; } = new("cold");

    public Samples Unchanged { get; } = new("nothing changed");

    public Samples Body { get; } = new("one body edited");

    public Samples Theme { get; } = new("theme changed");

    public IEnumerable<Samples> All => [Start, Floor, Cold, Unchanged, Body, Theme];

    public void Round()
    {
        Start.Add(Site.Start());
        Cold.Add(Site.Cold());
        Floor.Add(Site.ReadAndWrite());
        Unchanged.Add(Site.Unchanged());
        Body.Add(Site.BodyEdited());
        Theme.Add(Site.ThemeChanged());
    }
}
