using System.Net;
using Fachinfo.Model;

namespace Fachinfo.HtmlImport;

/// <summary>Fetches the pages of a list, one after the other, again after a failure that may pass; the only part of the import that uses the network.</summary>
/// <param name="pause">Between two requests.</param>
/// <param name="wait">Sleeps; a test does not.</param>
public sealed class PageFetcher(HttpMessageHandler handler, TimeSpan pause, Action<TimeSpan> wait) : IDisposable
{
    private const int LargestPage = 5_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient client = new(handler)
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LargestPage,
        DefaultRequestHeaders = { { "User-Agent", "fachinfo-import" }, { "Accept", "text/html" } },
    };

    private bool hasAsked;

    /// <summary>A server that failed to the end is asked once for each further page, until it answers: a long list would take days else.</summary>
    private int attempts = AskingAgain.MostAttempts;

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

        for (var attempt = 1; ; attempt++)
        {
            var answer = Ask(address, uri);
            if (!answer.MayPass || attempt >= attempts)
            {
                attempts = answer.MayPass ? 1 : AskingAgain.MostAttempts;
                return (answer.Page, answer.Problem);
            }

            wait(AskingAgain.WaitAfter(attempt, answer.RetryAfter));
        }
    }

    private Answer Ask(string address, Uri uri)
    {
        if (hasAsked)
        {
            wait(pause);
        }

        hasAsked = true;
        try
        {
            using var response = client.GetAsync(uri).GetAwaiter().GetResult();
            if (!response.IsSuccessStatusCode)
            {
                return new Answer(null, (int)response.StatusCode is >= 300 and < 400 ? $"Der Server leitet im Kreis um, oder nach „{response.Headers.Location}“." : $"Der Server antwortet mit {(int)response.StatusCode}.")
                {
                    MayPass = AskingAgain.IsWorthwhile((int)response.StatusCode),
                    RetryAfter = response.Headers.RetryAfter is { } retry ? retry.Delta ?? (retry.Date - response.Headers.Date) : null,
                };
            }

            var bytes = response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult();
            var type = response.Content.Headers.ContentType;
            if (!IsPage(type?.MediaType, bytes))
            {
                return new Answer(null, $"Das ist keine Webseite, sondern „{type?.MediaType}“.");
            }

            var from = response.RequestMessage?.RequestUri;
            return new Answer(new ImportPage(address, address, bytes, type?.ToString()) { RedirectedTo = from is null || from == uri ? "" : from.AbsoluteUri }, "");
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException or IOException)
        {
            return new Answer(null, Explain(uri, problem)) { MayPass = IsBusy(problem) };
        }
    }

    /// <summary>Servers call pages many things; what begins like one is one.</summary>
    private static bool IsPage(string? mediaType, ReadOnlySpan<byte> bytes) =>
        mediaType is null || mediaType.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || mediaType.EndsWith("xml", StringComparison.OrdinalIgnoreCase) || bytes.TrimStart("\uFEFF \r\n\t"u8) is [(byte)'<', ..];

    /// <summary>No answer in time, or none to the end; not a wrong name or certificate.</summary>
    private static bool IsBusy(Exception problem) =>
        problem is TaskCanceledException or HttpIOException or HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ResponseEnded };

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

    /// <summary>What came of one request.</summary>
    /// <param name="Problem">In German: why there is no page; else empty.</param>
    private sealed record Answer(ImportPage? Page, string Problem)
    {
        /// <summary>Gets a value indicating whether the same request may succeed a little later.</summary>
        public bool MayPass { get; init; }

        public TimeSpan? RetryAfter { get; init; }
    }
}
