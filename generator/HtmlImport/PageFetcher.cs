using System.Net;
using Fachinfo.Model;

namespace Fachinfo.HtmlImport;

/// <summary>Fetches the pages of a list, one after the other; the only part of the import that uses the network.</summary>
/// <param name="pause">Waits before each request.</param>
public sealed class PageFetcher(HttpMessageHandler handler, Action pause) : IDisposable
{
    private const int LargestPage = 5_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient client = new(handler)
    {
        Timeout = Patience,
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

        pause();
        try
        {
            using var response = client.GetAsync(uri).GetAwaiter().GetResult();
            if (!response.IsSuccessStatusCode)
            {
                return (null, (int)response.StatusCode is >= 300 and < 400 ? $"Der Server leitet im Kreis um, oder nach „{response.Headers.Location}“." : $"Der Server antwortet mit {(int)response.StatusCode}.");
            }

            var bytes = response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
            var type = response.Content.Headers.ContentType;
            if (!IsPage(type?.MediaType, bytes))
            {
                return (null, $"Das ist keine Webseite, sondern „{type?.MediaType}“.");
            }

            var from = response.RequestMessage?.RequestUri;
            return (new ImportPage(address, address, bytes, type?.ToString()) { RedirectedTo = from is null || from == uri ? "" : from.AbsoluteUri }, "");
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException or IOException)
        {
            return (null, Explain(uri, problem));
        }
    }

    /// <summary>Servers call pages many things; what begins like one is one.</summary>
    private static bool IsPage(string? mediaType, ReadOnlySpan<byte> bytes) =>
        mediaType is null || mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("xml", StringComparison.OrdinalIgnoreCase) || bytes.TrimStart("\uFEFF \r\n\t"u8) is [(byte)'<', ..];

    private static string Explain(Uri address, Exception problem) => problem switch
    {
        TaskCanceledException => $"Der Server antwortet nicht innerhalb von {Patience.TotalSeconds} Sekunden.",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => $"Den Server „{address.Host}“ gibt es nicht.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => $"„{address.Host}“ ist nicht erreichbar.",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => $"Dem Zertifikat von „{address.Host}“ kann nicht vertraut werden.",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => $"Die Seite ist größer als {GermanText.Size(LargestPage)}.",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded } => "Die Verbindung ist abgebrochen.",
        _ => $"Der Abruf ist gescheitert: {problem.GetBaseException().Message}",
    };
}
