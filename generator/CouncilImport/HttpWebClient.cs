using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Fachinfo.Model;

namespace Fachinfo.CouncilImport;

/// <summary>The network itself: one connection, no cookies, no proxy, no redirects, and each address is checked when it is connected to.</summary>
public sealed class HttpWebClient : IWebClient
{
    /// <summary>How long nothing may come; a large file over a slow line takes longer as a whole.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMinutes(20);

    private readonly AddressRules rules;
    private readonly HttpClient client;
    private string? certificateProblem;

    public HttpWebClient(AddressRules rules, string version)
    {
        this.rules = rules;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = 64,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            ConnectCallback = Connect,
            SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = CheckCertificate },
        })
        { Timeout = Patience };
        client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("fachinfo", version));
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json, */*;q=0.5");
    }

    public WebAnswer Get(WebQuestion question)
    {
        try
        {
            return GetAsync(question).GetAwaiter().GetResult();
        }
        catch (HttpRequestException problem)
        {
            throw Explain(question.Address, problem);
        }
        catch (OperationCanceledException problem)
        {
            throw new FetchFailedException($"„{question.Address.Host}“ antwortet nicht innerhalb von {Patience.TotalSeconds} Sekunden.", isFinal: false, problem);
        }
        catch (IOException problem)
        {
            throw new FetchFailedException($"Die Verbindung zu „{question.Address.Host}“ ist abgebrochen.", isFinal: false, problem);
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<WebAnswer> GetAsync(WebQuestion question)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, question.Address);
        if (question.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (question.LastModified is { } date)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", date);
        }

        using var whole = new CancellationTokenSource(LongestAnswer);
        using var idle = CancellationTokenSource.CreateLinkedTokenSource(whole.Token);
        idle.CancelAfter(Patience);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, idle.Token).ConfigureAwait(false);
        var body = await ReadBody(response, question, idle).ConfigureAwait(false);
        return new WebAnswer((int)response.StatusCode, body)
        {
            Location = response.Headers.TryGetValues("Location", out var places) ? places.FirstOrDefault() : null,
            ContentType = response.Content.Headers.ContentType?.MediaType,
            ETag = response.Headers.ETag?.ToString(),
            LastModified = response.Content.Headers.TryGetValues("Last-Modified", out var dates) ? dates.FirstOrDefault() : null,
            RetryAfter = response.Headers.RetryAfter is { } retry ? retry.Delta ?? (retry.Date - response.Headers.Date) : null,
        };
    }

    /// <summary>Reads no more than allowed, whatever the headers say: a small answer can unpack to a large one.</summary>
    private static async Task<byte[]> ReadBody(HttpResponseMessage response, WebQuestion question, CancellationTokenSource idle)
    {
        if (response.Content.Headers.ContentLength > question.LargestBody)
        {
            throw TooLarge(question);
        }

        var stream = await response.Content.ReadAsStreamAsync(idle.Token).ConfigureAwait(false);
        using var body = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, idle.Token).ConfigureAwait(false)) > 0)
        {
            idle.CancelAfter(Patience);
            if (body.Length + count > question.LargestBody)
            {
                throw TooLarge(question);
            }

            body.Write(buffer, 0, count);
        }

        return body.ToArray();
    }

    private static FetchFailedException TooLarge(WebQuestion question) =>
        new($"Die Antwort von „{question.Address}“ ist größer als {GermanText.Size(question.LargestBody)}.", isFinal: true);

    /// <summary>Resolves the name itself, so that the address checked is the address connected to.</summary>
    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var host = context.DnsEndPoint.Host.Trim('[', ']');
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancel).ConfigureAwait(false);
        var allowed = addresses.Where(rules.MayConnect).ToArray();
        if (allowed.Length == 0)
        {
            throw new FetchFailedException(
                $"„{host}“ liegt im eigenen oder einem privaten Netz ({string.Join(", ", addresses.Select(address => address.ToString()))}). Dorthin wird nicht verbunden; wenn das richtig ist, nennen Sie die IP-Adresse mit --allow-host.",
                isFinal: true);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, cancel).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool CheckCertificate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return true;
        }

        var isExpired = chain?.ChainStatus.Any(status => status.Status.HasFlag(X509ChainStatusFlags.NotTimeValid)) == true;
        certificateProblem = errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? "es gilt für einen anderen Namen"
            : isExpired ? "es ist abgelaufen oder noch nicht gültig"
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) ? "der Server hat keines"
            : "sein Aussteller ist nicht bekannt, oder ein Zwischenzertifikat fehlt";
        return false;
    }

    private FetchFailedException Explain(Uri address, HttpRequestException problem)
    {
        for (Exception? cause = problem; cause is not null; cause = cause.InnerException)
        {
            if (cause is FetchFailedException ours)
            {
                return ours;
            }

            if (cause is AuthenticationException)
            {
                return new FetchFailedException(
                    $"Dem Zertifikat von „{address.Host}“ kann nicht vertraut werden: {certificateProblem ?? "die Verschlüsselung kam nicht zustande"}. Es wurde nichts abgerufen. Bitten Sie den Betreiber, es zu berichtigen; eine Prüfung abzuschalten ist nicht möglich.",
                    isFinal: true,
                    problem);
            }

            if (cause is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData })
            {
                return new FetchFailedException($"Den Server „{address.Host}“ gibt es nicht.", isFinal: true, problem);
            }
        }

        return new FetchFailedException($"„{address.Host}“ ist nicht erreichbar.", isFinal: false, problem);
    }
}
