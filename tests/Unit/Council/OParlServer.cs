using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Fachinfo.Tests.Council;

/// <summary>A request as the test server saw it.</summary>
public sealed record ServerRequest(string Path, IReadOnlyDictionary<string, string> Headers);

/// <summary>What the test server answers.</summary>
public sealed record ServerAnswer(int Status, string Body, params (string Name, string Value)[] Headers);

/// <summary>A small web server on loopback that does what a test tells it, however wrong.</summary>
public sealed class OParlServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly X509Certificate2? certificate;
    private readonly Task loop;

    public OParlServer(bool isSecure = false)
    {
        certificate = isSecure ? SelfSigned() : null;
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
        Base = $"{(isSecure ? "https" : "http")}://127.0.0.1:{port}/";
        loop = Task.Run(Accept);
    }

    /// <summary>Gets the address with a slash at its end.</summary>
    public string Base { get; }

    /// <summary>Gets the answers by path with query; <c>@</c> at the beginning of a JSON string stands for the server.</summary>
    public ConcurrentDictionary<string, Func<ServerRequest, ServerAnswer>> Answers { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<ServerRequest> Requests { get; } = new();

    public IEnumerable<string> Paths => Requests.Select(request => request.Path);

    public void Json(string path, string json) => Answers[path] = _ => new ServerAnswer(200, json.Replace("\"@", "\"" + Base, StringComparison.Ordinal));

    public void List(string path, string items, string? next = null)
    {
        var links = next is null ? "" : $"\"next\": \"{next}\"";
        Json(path, "{\"data\": [" + items + "], \"pagination\": {}, \"links\": {" + links + "}}");
    }

    public void Dispose()
    {
        stopping.Cancel();
        listener.Stop();
        loop.Wait(TimeSpan.FromSeconds(5));
        listener.Dispose();
        certificate?.Dispose();
        stopping.Dispose();
    }

    private async Task Accept()
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                await Answer(client);
            }
            catch (Exception problem) when (problem is OperationCanceledException or SocketException or IOException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client went away, which is what some tests are about.
            }
        }
    }

    private async Task Answer(TcpClient client)
    {
        Stream stream = client.GetStream();
        if (certificate is not null)
        {
            var secure = new SslStream(stream);
            await secure.AuthenticateAsServerAsync(certificate);
            stream = secure;
        }

        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        if (await reader.ReadLineAsync() is not { } first)
        {
            return;
        }

        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync() is { Length: > 0 } line)
        {
            headers[line[..line.IndexOf(':', StringComparison.Ordinal)]] = line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        }

        var request = new ServerRequest(first.Split(' ')[1], headers);
        Requests.Enqueue(request);
        var answer = Answers.TryGetValue(request.Path, out var known) ? known(request) : new ServerAnswer(404, """{"error": "gibt es nicht"}""");
        var body = Encoding.UTF8.GetBytes(answer.Body);
        var head = new StringBuilder($"HTTP/1.1 {answer.Status.ToString(CultureInfo.InvariantCulture)} X\r\nConnection: close\r\n");
        if (!answer.Headers.Any(header => header.Name == "Content-Length"))
        {
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n");
        }

        foreach (var (name, value) in answer.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
        await stream.WriteAsync(body);
        await stream.FlushAsync();
        client.Client.Shutdown(SocketShutdown.Send);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=ris.stadt.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
