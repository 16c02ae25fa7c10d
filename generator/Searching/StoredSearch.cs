using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>What the cache has of an index. It takes some time to read and needs nothing but the cache, so it can be read ahead.</summary>
public sealed class StoredSearch
{
    private StoredSearch(string name, ContentHash key, StoredIndex? index) => (Name, Key, Index) = (name, key, index);

    /// <summary>Gets the name of the result.</summary>
    internal string Name { get; }

    /// <summary>Gets what says by which program it was written.</summary>
    internal ContentHash Key { get; }

    /// <summary>Gets the index, unless there is none that can be used.</summary>
    internal StoredIndex? Index { get; }

    /// <param name="set">The name of a <see cref="SearchSet"/>.</param>
    /// <param name="isMembersOnly">As the set says.</param>
    public static StoredSearch Read(string set, bool isMembersOnly, IResultStore results, BuildOptions options)
    {
        var name = (isMembersOnly ? IResultStore.Members : "") + SearchIndex.ResultFolder + set;
        var key = ContentHash.Of(SearchIndex.FormatVersion + options.ProgramId);
        using var stream = results.Open(name);
        if (stream is null)
        {
            return new StoredSearch(name, key, null);
        }

        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return new StoredSearch(name, key, StoredIndex.Read(bytes, key));
    }
}
