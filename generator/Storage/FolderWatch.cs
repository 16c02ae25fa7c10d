namespace Fachinfo.Storage;

/// <summary>Tells when something below a folder has changed. It says that, not what: a build looks at all files anyway.</summary>
/// <remarks>
/// Survives what happens to a working folder: when the system's queue of events overflows or the folder goes away and comes
/// back, everything is looked at anew; where the system cannot watch at all (too many folders, some network drives), the
/// folder counts as changed every few seconds, which costs a listing.
/// </remarks>
public sealed class FolderWatch : IDisposable
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromMilliseconds(500);

    /// <summary>How many heartbeats pass between two looks at a folder that cannot be watched.</summary>
    private const int Patience = 4;

    private readonly string folder;
    private readonly Action<bool> changed;
    private readonly Lock gate = new();
    private readonly Timer timer;
    private FileSystemWatcher? watcher;
    private long identity;
    private int beats;

    /// <param name="changed">Called on any thread, often; <see langword="true"/> if sizes and times of files are not to be trusted.</param>
    public FolderWatch(string folder, Action<bool> changed)
    {
        this.folder = Path.GetFullPath(folder);
        this.changed = changed;
        Attach();
        timer = new Timer(_ => Beat(), null, Heartbeat, Heartbeat);
    }

    public void Dispose()
    {
        timer.Dispose();
        lock (gate)
        {
            watcher?.Dispose();
            watcher = null;
        }
    }

    /// <summary>Names that start with a dot do not count as content, but for one; editors keep their temporary files under such names.</summary>
    internal static bool Counts(string? path) => path is null || !path.Split(Path.DirectorySeparatorChar, '/').Any(name => name.StartsWith('.') && name != ".addresses");

    private void Attach()
    {
        lock (gate)
        {
            watcher?.Dispose();
            watcher = null;
            identity = Identity();
            if (identity == 0)
            {
                return;
            }

            FileSystemWatcher? made = null;
            try
            {
                made = new FileSystemWatcher(folder) { IncludeSubdirectories = true, InternalBufferSize = 64 * 1024 };
                made.NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size | NotifyFilters.CreationTime;
                made.Changed += OnEvent;
                made.Created += OnEvent;
                made.Deleted += OnEvent;
                made.Renamed += (_, renamed) => Tell(Counts(renamed.Name) || Counts(renamed.OldName));
                made.Error += (_, _) => Lose();
                made.EnableRaisingEvents = true;
                watcher = made;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
            {
                made?.Dispose();
            }
        }
    }

    private void OnEvent(object sender, FileSystemEventArgs change) => Tell(Counts(change.Name));

    private void Tell(bool counts)
    {
        if (counts)
        {
            changed(false);
        }
    }

    /// <summary>The queue of events overflowed, or the folder went away.</summary>
    private void Lose()
    {
        lock (gate)
        {
            watcher?.Dispose();
            watcher = null;
            identity = -1;
        }

        changed(true);
    }

    private void Beat()
    {
        var now = Identity();
        if (now != identity)
        {
            Attach();
            changed(true);
        }
        else if (now != 0 && watcher is null && ++beats % Patience == 0)
        {
            changed(false);
        }
    }

    /// <summary>0 if the folder is not there; another value when another folder has taken its place.</summary>
    private long Identity() => Directory.Exists(folder) ? Directory.GetCreationTimeUtc(folder).Ticks : 0;
}
