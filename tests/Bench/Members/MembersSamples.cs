namespace Fachinfo.Bench.Members;

/// <summary>All cases of the members' area, measured in rounds.</summary>
internal sealed class MembersSamples(MembersSites sites)
{
    public MembersSites Sites { get; } = sites;

    public Samples Open { get; } = new("cold without the secret");

    public Samples Sealed { get; } = new("cold, one member");

    public Samples Many { get; } = new("cold, 1,000 members");

    public Samples Unchanged { get; } = new("nothing changed");

    public Samples Body { get; } = new("one body edited");

    public Samples Large { get; } = new("cold, with an attachment of 100 MB");

    public IEnumerable<Samples> All => [Open, Sealed, Many, Unchanged, Body, Large];

    public void Round()
    {
        Open.Add(Sites.Open.Cold());
        Sealed.Add(Sites.Sealed.Cold());
        Many.Add(Sites.Many.Cold());
        Unchanged.Add(Sites.Sealed.Unchanged());
        Body.Add(Sites.Sealed.BodyEdited());
        Large.Add(Sites.Large.Cold());
    }
}
