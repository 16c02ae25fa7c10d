namespace Fachinfo.Model.Council;

/// <summary>The keys of files and agenda items of one municipality: what the public sees has its own first, and the same for every reader.</summary>
/// <param name="isShared">Whether the archive is linked for members too, and keys must be found again.</param>
internal sealed class CouncilKeys(bool isShared)
{
    private readonly UniqueKeys files = new();
    private readonly UniqueKeys items = new();
    private readonly Dictionary<object, string> known = new(ReferenceEqualityComparer.Instance);

    public string OfFile(FileEntry entry, string wanted) => Claim(files, entry, wanted);

    public string OfItem(AgendaItemEntry entry, string wanted) => Claim(items, entry, wanted);

    private string Claim(UniqueKeys keys, object entry, string wanted)
    {
        if (known.TryGetValue(entry, out var key))
        {
            return key;
        }

        key = keys.Claim(wanted);
        if (isShared)
        {
            known.Add(entry, key);
        }

        return key;
    }
}
