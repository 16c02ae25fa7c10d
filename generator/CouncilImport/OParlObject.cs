using System.Text.Json;

namespace Fachinfo.CouncilImport;

/// <summary>One object of a server, gathered from every place where it was seen.</summary>
internal sealed class OParlObject(string id, bool hasOwnId)
{
    public string Id { get; } = id;

    /// <summary>Gets a value indicating whether the id is the server's; else it is made from its place.</summary>
    public bool HasOwnId { get; } = hasOwnId;

    /// <summary>Gets or sets the type without its schema: <c>Paper</c>; empty if nobody said.</summary>
    public string Type { get; set; } = "";

    /// <summary>Gets the plain values.</summary>
    public Dictionary<string, JsonElement> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Gets the ids of objects that it names, by property.</summary>
    public Dictionary<string, List<string>> Links { get; } = new(StringComparer.Ordinal);

    public bool IsDeleted { get; set; }

    /// <summary>Gets or sets the <c>modified</c> as written, to tell which of two copies is newer.</summary>
    public string Stamp { get; set; } = "";

    public IReadOnlyList<string> LinksOf(string property) => Links.TryGetValue(property, out var ids) ? ids : [];

    public void Link(string property, string target)
    {
        if (!Links.TryGetValue(property, out var ids))
        {
            Links.Add(property, ids = []);
        }

        if (!ids.Contains(target, StringComparer.Ordinal))
        {
            ids.Add(target);
        }
    }
}
