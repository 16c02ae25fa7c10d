using System.Threading.Channels;

namespace Fachinfo.Preview;

/// <summary>The newest build, and who waits for the next one.</summary>
public sealed class PreviewState
{
    private readonly Lock gate = new();
    private readonly List<Channel<int>> listeners = [];

    public PreviewBuild Build { get; private set; } = PreviewBuild.None;

    /// <summary>Gets the number of builds so far.</summary>
    public int Version { get; private set; }

    public void Publish(PreviewBuild build)
    {
        lock (gate)
        {
            Build = build;
            Version++;
            foreach (var listener in listeners)
            {
                listener.Writer.TryWrite(Version);
            }
        }
    }

    /// <summary>The version now, and then each newer one; a slow listener gets the newest only.</summary>
    public async IAsyncEnumerable<int> Versions([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var channel = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate)
        {
            channel.Writer.TryWrite(Version);
            listeners.Add(channel);
        }

        try
        {
            await foreach (var version in channel.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                yield return version;
            }
        }
        finally
        {
            lock (gate)
            {
                listeners.Remove(channel);
            }
        }
    }
}
