using Fachinfo.Commands;

namespace Fachinfo.BrowserTests;

/// <summary>A preview of a copy of the example site, with a theme that can be edited.</summary>
public sealed class LivePreview : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fachinfo-preview-").FullName;
    private readonly CancellationTokenSource stop = new();
    private readonly StringWriter messages = new();
    private Task<int> run = Task.FromResult(0);

    public string Address { get; private set; } = "";

    /// <summary>Starts the preview and waits until it shows its first page.</summary>
    public static async Task<LivePreview> Start()
    {
        var preview = new LivePreview();
        BuiltSite.Copy(Path.Combine(BuiltSite.Repository, "content"), preview.PathOf("content"));
        BuiltSite.Copy(Path.Combine(BuiltSite.Repository, "themes", "fachinfo"), preview.PathOf("theme"));
        var writer = TextWriter.Synchronized(preview.messages);
        var host = new Host { Output = writer, Error = writer, IsInteractive = false, Today = () => new DateOnly(2026, 11, 22), Variable = _ => null, Forget = _ => { }, Stop = preview.stop.Token, Definition = BuiltSite.Definition };
        string[] arguments = ["preview", "--port", "0", "--content", preview.PathOf("content"), "--theme", preview.PathOf("theme")];
        preview.run = Task.Run(() => CommandLine.Run(arguments, host));
        for (var tries = 0; !preview.Messages.Contains("Gebaut", StringComparison.Ordinal); tries++)
        {
            Assert.False(preview.run.IsCompleted || tries > 5000, preview.Messages);
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        preview.Address = preview.Messages.Split('\n')[0].Split(' ')[1].TrimEnd('/');
        return preview;
    }

    public string PathOf(string path) => Path.Combine(folder, path);

    /// <summary>Replaces a text in a file, as a save in an editor does.</summary>
    /// <param name="first">Whether only the first place counts.</param>
    public void Edit(string path, string text, string by, bool first = false)
    {
        var before = File.ReadAllText(PathOf(path));
        Assert.Contains(text, before, StringComparison.Ordinal);
        var place = before.IndexOf(text, StringComparison.Ordinal);
        File.WriteAllText(PathOf(path), first ? before[..place] + by + before[(place + text.Length)..] : before.Replace(text, by, StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Assert.Equal(0, await run);
        stop.Dispose();
        await messages.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private string Messages
    {
        get
        {
            lock (messages)
            {
                return messages.ToString();
            }
        }
    }
}
