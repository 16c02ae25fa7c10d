using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Fachinfo.Execution;

namespace Fachinfo.Tests.Council;

/// <summary>A client that knows nothing but the address of the system finds every file, over HTTP.</summary>
public class OParlWalkTests
{
    [Fact]
    public async Task Client_walks_from_the_system_to_the_bytes_of_a_file()
    {
        var port = FreePort();
        var site = ExampleSite.Build(options => options with { BaseUrl = $"http://127.0.0.1:{port}", AllowsNewIds = true });
        using var server = new HttpListener();
        server.Prefixes.Add($"http://127.0.0.1:{port}/");
        server.Start();
        var serving = Serve(server, site.Files);

        using var client = new HttpClient();
        var system = await Get(client, $"http://127.0.0.1:{port}/oparl/v1.1/system.json");
        var papers = 0;
        var files = new List<string>();
        await foreach (var body in List(client, Text(system, "body")))
        {
            await foreach (var paper in List(client, Text(body, "paper")))
            {
                papers++;
                foreach (var file in Files(paper))
                {
                    var single = await Get(client, Text(file, "id"));
                    Assert.Equal(Text(paper, "id"), single.GetProperty("paper")[0].GetString());
                    files.Add(Text(single, "accessUrl"));
                }
            }

            await foreach (var meeting in List(client, Text(body, "meeting")))
            {
                Assert.Equal(Text(meeting, "id"), Text(await Get(client, Text(meeting, "id")), "id"));
            }
        }

        Assert.True(papers >= 6, $"{papers} papers");
        var own = files.Single(file => file.EndsWith("/325-2017.pdf", StringComparison.Ordinal));
        Assert.Equal(site.Files["ratsarchiv/juelich/dateien/325-2017/325-2017.pdf"], await client.GetByteArrayAsync(own, TestContext.Current.CancellationToken));
        server.Stop();
        await serving;
    }

    private static IEnumerable<JsonElement> Files(JsonElement paper) =>
        (paper.TryGetProperty("mainFile", out var main) ? [main] : Array.Empty<JsonElement>())
        .Concat(paper.TryGetProperty("auxiliaryFile", out var others) ? others.EnumerateArray() : []);

    private static async IAsyncEnumerable<JsonElement> List(HttpClient client, string url)
    {
        for (var next = url; next.Length > 0;)
        {
            var page = await Get(client, next);
            foreach (var one in page.GetProperty("data").EnumerateArray())
            {
                yield return one;
            }

            next = page.GetProperty("links").TryGetProperty("next", out var link) ? link.GetString()! : "";
        }
    }

    private static async Task<JsonElement> Get(HttpClient client, string url) =>
        JsonDocument.Parse(await client.GetStringAsync(url, TestContext.Current.CancellationToken)).RootElement;

    private static string Text(JsonElement one, string field) => one.GetProperty(field).GetString()!;

    private static async Task Serve(HttpListener server, IReadOnlyDictionary<string, byte[]> files)
    {
        while (server.IsListening)
        {
            HttpListenerContext request;
            try
            {
                request = await server.GetContextAsync();
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var found = files.TryGetValue(request.Request.Url!.AbsolutePath[1..], out var bytes);
            request.Response.StatusCode = found ? 200 : 404;
            await request.Response.OutputStream.WriteAsync(bytes ?? []);
            request.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
