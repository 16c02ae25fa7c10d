using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Fachinfo.Tests;

/// <summary>Debian's nginx on the loopback address, with a server block of ours and nothing of the machine.</summary>
internal sealed class RunningNginx : IDisposable
{
    private const string Program = "/usr/sbin/nginx";
    private readonly Process process;
    private readonly int port;

    private RunningNginx(Process process, int port)
    {
        this.process = process;
        this.port = port;
    }

    public string Address => $"http://127.0.0.1:{port}";

    public static bool IsInstalled => File.Exists(Program);

    /// <summary>Checks a server block with <c>nginx -t</c> and starts it; it must say <c>listen 80</c> like those that we write.</summary>
    public static RunningNginx Start(string folder, string server)
    {
        var port = FreePort();
        server = server.Replace("listen 80;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal).Replace("    listen [::]:80;\n", "", StringComparison.Ordinal);
        var file = Path.Combine(folder, "nginx.conf");
        var user = Environment.UserName == "root" ? "user root;\n" : "";
        var temporary = string.Concat(new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }.Select(name => $"{name}_temp_path {folder}/tmp_{name};\n"));
        File.WriteAllText(file, $"{user}daemon off;\npid {folder}/nginx.pid;\nerror_log {folder}/error.log;\nevents {{}}\nhttp {{\naccess_log off;\n{temporary}{server}}}\n");
        using (var check = Run(folder, "-t", "-c", file))
        {
            check.WaitForExit();
            Assert.True(check.ExitCode == 0, check.StandardError.ReadToEnd());
        }

        var nginx = new RunningNginx(Run(folder, "-c", file), port);
        for (var left = 200; left > 0 && !nginx.IsUp(); left--)
        {
            Thread.Sleep(25);
        }

        return nginx;
    }

    /// <summary>Sends a path exactly as it is written, which no client library does.</summary>
    public (int Status, string Head, string Body) Get(string path, string header = "")
    {
        using var client = new TcpClient();
        client.Connect(IPAddress.Loopback, port);
        using var stream = client.GetStream();
        stream.Write(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: verband.example\r\nConnection: close\r\n{header}\r\n"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = reader.ReadToEnd().Split("\r\n\r\n", 2);
        return (int.Parse(answer[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), answer[0], answer.ElementAtOrDefault(1) ?? "");
    }

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private bool IsUp()
    {
        try
        {
            using var client = new TcpClient();
            client.Connect(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Process Run(string folder, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(Program, ["-p", folder, .. arguments]) { RedirectStandardError = true, WorkingDirectory = folder })!;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
