using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Fachinfo.GateProbe;

/// <summary>One request of a probe and what came of it.</summary>
/// <param name="Path">As sent, for instance <c>/%6ditglieder/</c>.</param>
/// <param name="Status">The answer's status; 0 if there was none.</param>
/// <param name="IsOpen">Whether the answer gives something that only members may have.</param>
/// <param name="Problem">In German: why there was no answer, or what is open; empty if all is well.</param>
public sealed record ProbeResult(string Path, int Status, bool IsOpen, string Problem);

/// <summary>What came for a public address.</summary>
/// <param name="Status">0 if nothing came.</param>
/// <param name="Headers">By name; of one that was sent several times the values joined with commas.</param>
/// <param name="Sha512">Of the bytes, as they were before the server compressed them.</param>
/// <param name="Problem">In German: why nothing came; else empty.</param>
public sealed record PublicAnswer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Sha512, string Problem);

/// <summary>Asks a deployed site for members' addresses as a stranger would, in spellings that a careless rule lets through.</summary>
/// <remarks>The only part of <c>hosting verify</c> with network. Redirects are not followed: a gate may lead to its login.</remarks>
public sealed class Probe(HttpMessageHandler handler) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient client = new(handler) { Timeout = Patience, DefaultRequestHeaders = { { "User-Agent", "fachinfo-verify" } } };

    public static HttpMessageHandler UsualHandler() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All };

    public void Dispose() => client.Dispose();

    /// <summary>The spellings of a path below <c>/mitglieder/</c> that lead to the same file on some servers.</summary>
    public static IReadOnlyList<string> SpellingsOf(string path) => [path, "/" + path, "/%6d" + path[2..], "/." + path];

    /// <summary>Asks for something that everyone may have.</summary>
    public PublicAnswer AskPublic(Uri site, string path)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        byte[] hash = [];
        var (status, problem) = Ask(site, path, response =>
        {
            // As they were sent: parsed ones are put in another order.
            foreach (var (name, values) in response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated))
            {
                headers[name] = values.ToString();
            }

            using var body = response.Content.ReadAsStream();
            hash = SHA512.HashData(body);
        });
        return new PublicAnswer(status, headers, hash, problem);
    }

    /// <summary>Asks for something of the members' area; any success is a failure of the gate.</summary>
    public ProbeResult AskMembers(Uri site, string path)
    {
        var (status, problem) = Ask(site, path, _ => { });
        var isOpen = status is >= 200 and < 300;
        return new ProbeResult(path, status, isOpen, isOpen ? "wird ohne Anmeldung ausgeliefert" : problem);
    }

    private (int Status, string Problem) Ask(Uri site, string path, Action<HttpResponseMessage> read)
    {
        // The spelling is the point: the address must reach the server as it is written here.
        var address = new Uri(site.GetLeftPart(UriPartial.Authority) + site.AbsolutePath.TrimEnd('/') + path, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        try
        {
            using var response = client.Send(new HttpRequestMessage(HttpMethod.Get, address), HttpCompletionOption.ResponseHeadersRead);
            read(response);
            return ((int)response.StatusCode, "");
        }
        catch (Exception problem) when (problem is HttpRequestException or TaskCanceledException or IOException or SocketException)
        {
            return (0, "keine Antwort: " + Explain(problem));
        }
    }

    private static string Explain(Exception problem) => problem switch
    {
        TaskCanceledException => $"nicht innerhalb von {Patience.TotalSeconds} Sekunden",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "den Server gibt es nicht",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "der Server ist nicht erreichbar",
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => "dem Zertifikat des Servers kann nicht vertraut werden",
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or IOException => "die Verbindung ist abgebrochen",
        _ => problem.GetBaseException().Message,
    };
}
