using System.Net;
using System.Text.Json;

namespace Fachinfo.Tests.Council;

/// <summary>A client that knows nothing but the address of the system finds every file.</summary>
public class OParlWalkTests
{
    [Fact]
    public async Task Client_walks_from_the_system_to_the_bytes_of_a_file()
    {
        using var server = new SiteHandler();
        using var client = new HttpClient(server);
        var system = await Get(client, ExampleSite.BaseUrl + "/oparl/v1.1/system.json");
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
        Assert.Equal(ExampleSite.Shared.Files["ratsarchiv/juelich/dateien/325-2017/325-2017.pdf"], await client.GetByteArrayAsync(own, TestContext.Current.CancellationToken));
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

    /// <summary>Answers as the host of the example site does, from memory; any other host is unknown.</summary>
    private sealed class SiteHandler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = request.RequestUri!;
            var isOurs = address.GetLeftPart(UriPartial.Authority) == ExampleSite.BaseUrl;
            return Task.FromResult(isOurs && ExampleSite.Shared.Files.TryGetValue(address.AbsolutePath[1..], out var bytes)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) }
                : new HttpResponseMessage(HttpStatusCode.NotFound));
        }
    }
}
