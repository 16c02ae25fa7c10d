using System.Net;

namespace Fachinfo.HtmlImport;

/// <summary>Fetches the pages of a list, one after the other; the only part of the import that uses the network.</summary>
public sealed class PageFetcher(HttpMessageHandler handler, TimeSpan pause) : IDisposable
{
    private const int LargestPage = 5 * 1024 * 1024;

    private readonly HttpClient client = new(handler)
    {
        Timeout = TimeSpan.FromSeconds(30),
        MaxResponseContentBufferSize = LargestPage,
        DefaultRequestHeaders = { { "User-Agent", "fachinfo-import" }, { "Accept", "text/html" } },
    };

    /// <summary>A handler that follows redirects and opens compressed answers.</summary>
    public static HttpMessageHandler UsualHandler() => new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxAutomaticRedirections = 5 };

    public void Dispose() => client.Dispose();

    /// <returns>The page, or why it could not be fetched, in German.</returns>
    public (ImportPage? Page, string Problem) Fetch(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return (null, "Das ist keine Adresse; erwartet wird https://…");
        }

        Thread.Sleep(pause);
        try
        {
            using var response = client.GetAsync(uri).GetAwaiter().GetResult();
            if (!response.IsSuccessStatusCode)
            {
                return (null, $"Der Server antwortet mit {(int)response.StatusCode}.");
            }

            var bytes = response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
            return (new ImportPage(address, address, bytes, response.Content.Headers.ContentType?.ToString()), "");
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException or IOException)
        {
            return (null, $"Der Abruf ist gescheitert: {problem.GetBaseException().Message}");
        }
    }
}
