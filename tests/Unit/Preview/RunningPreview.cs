using System.Globalization;
using System.Text.Json;
using Fachinfo.Commands;

namespace Fachinfo.Tests.Preview;

/// <summary>A preview of a project, started by its command and served on a free port.</summary>
public sealed class RunningPreview : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly CancellationTokenSource stop = new();
    private readonly StringWriter output = new();
    private readonly Task<int> run;

    private RunningPreview(ProjectFolder project, string[] options)
    {
        var writer = TextWriter.Synchronized(output);
        var host = new Host { Output = writer, Error = writer, IsInteractive = false, Today = () => project.Today, Variable = _ => null, Forget = _ => { }, Processors = 2, Definition = SiteFixture.Definition, Stop = stop.Token };
        run = Task.Run(() => CommandLine.Run(["preview", "--content", project.Content, "--theme", project.PathOf("theme"), "--port", "0", .. options], host));
    }

    public HttpClient Client { get; } = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public string Address => Client.BaseAddress!.ToString().TrimEnd('/');

    public string Messages
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    /// <summary>Starts a preview and waits for its first build.</summary>
    public static async Task<RunningPreview> Start(ProjectFolder project, params string[] options)
    {
        var preview = new RunningPreview(project, options);
        const string Mark = "Vorschau: ";
        await Until(() => preview.Messages.Contains(Mark, StringComparison.Ordinal) || preview.run.IsCompleted);
        var line = preview.Messages.Split('\n').FirstOrDefault(line => line.StartsWith(Mark, StringComparison.Ordinal));
        Assert.True(line is not null, preview.Messages);
        preview.Client.BaseAddress = new Uri(line[Mark.Length..].Split(' ')[0]);
        await preview.State(state => state.GetProperty("version").GetInt32() > 0);
        return preview;
    }

    /// <summary>Waits until the state of the preview is as told.</summary>
    public async Task<JsonElement> State(Func<JsonElement, bool> isReached)
    {
        JsonElement state = default;
        await Until(async () =>
        {
            state = JsonDocument.Parse(await Client.GetStringAsync(new Uri("/__diagnostics.json", UriKind.Relative))).RootElement;
            return isReached(state);
        });
        return state;
    }

    public Task<JsonElement> NextGood(int after) => State(state => state.GetProperty("good").GetBoolean() && state.GetProperty("version").GetInt32() > after);

    public async Task<int> Version() => (await State(_ => true)).GetProperty("version").GetInt32();

    public Task<HttpResponseMessage> Get(string path, string? cookie = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (cookie is not null)
        {
            request.Headers.Add("Cookie", cookie);
        }

        return Client.SendAsync(request);
    }

    public async Task<string> Text(string path) => await (await Get(path)).Content.ReadAsStringAsync();

    /// <summary>What the browser compares: page and frame of an address.</summary>
    public async Task<(string Page, string Frame)> Fingerprint(string path)
    {
        using var json = JsonDocument.Parse(await Text("/__preview/page?path=" + Uri.EscapeDataString(path)));
        return (json.RootElement.GetProperty("page").GetString()!, json.RootElement.GetProperty("frame").GetString()!);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Assert.Equal(CommandLine.Good, await run);
        Client.Dispose();
        stop.Dispose();
        await output.DisposeAsync();
    }

    public static int PortOf(string address) => int.Parse(address.Split(':')[^1], CultureInfo.InvariantCulture);

    private static Task Until(Func<bool> isReached) => Until(() => Task.FromResult(isReached()));

    private static async Task Until(Func<Task<bool>> isReached)
    {
        using var end = new CancellationTokenSource(Patience);
        while (!await isReached())
        {
            Assert.False(end.IsCancellationRequested, "The preview did not get there.");
            await Task.Delay(15, TestContext.Current.CancellationToken);
        }
    }
}
