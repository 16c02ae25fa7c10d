using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>Notices that belong together: those named by the editor, then the best matches.</summary>
/// <remarks>
/// All matches are found anew when a title, a summary, a rubric or an Az. of any notice changed, since each notice counts in the
/// lists of others; else they are those of the build before. A change of a text changes none.
/// </remarks>
public sealed class RelatedNotices
{
    /// <summary>What the result is called in which the matches of the public site lie.</summary>
    public const string ResultName = "related";

    internal const int Count = 5;

    /// <summary>Enters the key: raise it when matches are found in another way.</summary>
    private const string FormatVersion = "fachinfo-related-1";

    /// <summary>What stands behind the last match of a notice with fewer than five.</summary>
    private const int None = -1;

    /// <summary>Notices that are hashed at once.</summary>
    private const int Batch = 128;

    private readonly PublicSite site;
    private Lazy<NoticeMatches> matches;

    // For each place in the listing the places of its matches, once they are known.
    private readonly int[]?[] known;
    private readonly ContentHash key;

    internal RelatedNotices(PublicSite site)
    {
        this.site = site;
        matches = new(() => new NoticeMatches(site));
        known = new int[site.Listing.Length][];
        key = site.IsPublic ? KeyOf(site) : default;
    }

    /// <summary>Returns five, or fewer on a small site: the named ones in their order, then the best matches, newest first among equals.</summary>
    public ImmutableArray<ListedNotice> For(PublicNotice notice)
    {
        var best = known[site.BySource(notice.Source)!.Place] ??= matches.Value.Best(notice);
        return notice.NamedRelated.IsEmpty
            ? ImmutableArray.CreateRange(ImmutableCollectionsMarshal.AsImmutableArray(best), (place, site) => site.Listing[place], site)
            : [.. notice.NamedRelated.Select(site.BySource).OfType<ListedNotice>().Concat(best.Select(place => site.Listing[place])).DistinctBy(listed => listed.Head.Route).Take(Count)];
    }

    /// <summary>Takes the matches of all notices from the build before, or finds them and keeps them for the next one. For the public site only.</summary>
    public void Remember(IResultStore results, BuildOptions options)
    {
        var stamp = key + ContentHash.Of(FormatVersion + options.ProgramId);
        if (Read(results, stamp))
        {
            return;
        }

        ParallelRanges.Run(site.Notices.Length, options.Threads, (start, end) =>
        {
            for (var i = start; i < end; i++)
            {
                known[site.BySource(site.Notices[i].Source)!.Place] = matches.Value.Best(site.Notices[i]);
            }
        });
        results.Write(ResultName, Write(stamp));

        // All are known now.
        matches = new(() => new NoticeMatches(site));
    }

    private bool Read(IResultStore results, ContentHash stamp)
    {
        using var stream = results.Open(ResultName);
        var bytes = new byte[ContentHash.Length + (known.Length * Count * sizeof(int))];
        if (stream is null || stream.Length != bytes.Length)
        {
            return false;
        }

        stream.ReadExactly(bytes);
        var places = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(ContentHash.Length));
        if (ContentHash.Read(bytes) != stamp + ContentHash.Of(bytes.AsSpan(ContentHash.Length)))
        {
            return false;
        }

        for (var i = 0; i < known.Length; i++)
        {
            var own = places.Slice(i * Count, Count);
            known[i] = own.IndexOf(None) is var end and >= 0 ? own[..end].ToArray() : own.ToArray();
        }

        return true;
    }

    /// <summary>A hash of the stamp and of the rest, and then five places for each place in the listing.</summary>
    private byte[] Write(ContentHash stamp)
    {
        var bytes = new byte[ContentHash.Length + (known.Length * Count * sizeof(int))];
        var places = MemoryMarshal.Cast<byte, int>(bytes.AsSpan(ContentHash.Length));
        places.Fill(None);
        for (var i = 0; i < known.Length; i++)
        {
            known[i]?.CopyTo(places.Slice(i * Count, Count));
        }

        (stamp + ContentHash.Of(bytes.AsSpan(ContentHash.Length))).Write(bytes);
        return bytes;
    }

    /// <summary>Everything that matches depend on.</summary>
    private static ContentHash KeyOf(PublicSite site)
    {
        var all = ContentHash.Of("");
        foreach (var batch in site.Listing.Chunk(Batch))
        {
            var hash = new HashBuilder();
            foreach (var listed in batch)
            {
                hash.Add(listed.Head.Route.Path).Add(listed.IsTeaser);
            }

            all += hash.ToHash();
        }

        foreach (var batch in site.Notices.Chunk(Batch))
        {
            var hash = new HashBuilder();
            foreach (var notice in batch)
            {
                hash.Add(notice.Head.Route.Path).Add(MemoryMarshal.AsBytes(notice.Keywords.AsSpan())).Add(notice.Head.FileReferences.Length).Add(notice.Head.Rubrics.Length);
                foreach (var reference in notice.Head.FileReferences)
                {
                    hash.Add(reference.IsParsed ? reference.Plan : null);
                }

                foreach (var rubric in notice.Head.Rubrics)
                {
                    hash.Add(rubric.SlugPath);
                }
            }

            all += hash.ToHash();
        }

        return all;
    }
}
