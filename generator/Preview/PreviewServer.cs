using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Fachinfo.Preview;

/// <summary>Serves the preview on this machine only: bound to 127.0.0.1, and to no settings but those given here.</summary>
public sealed class PreviewServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private PreviewServer(WebApplication app, string address) => (this.app, Address) = (app, address);

    /// <summary>Gets <c>http://127.0.0.1:5080</c>.</summary>
    public string Address { get; }

    /// <summary>Starts the server.</summary>
    /// <param name="port">0 for any that is free.</param>
    /// <exception cref="PortUnavailableException">Another program listens there, or the port is not allowed.</exception>
    public static async Task<PreviewServer> Start(int port, PreviewRequests requests)
    {
        // The empty builder reads neither environment nor files, so that nothing can bind it elsewhere.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, port);
        });
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton<IHostLifetime, CallerLifetime>();
        var made = builder.Build();
        var stopping = made.Lifetime.ApplicationStopping;
        made.Run(context => requests.Answer(context, stopping));
        try
        {
            await made.StartAsync().ConfigureAwait(false);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            await made.DisposeAsync().ConfigureAwait(false);
            throw new PortUnavailableException($"Der Port {port} ist belegt; vielleicht läuft schon eine Vorschau. Beenden Sie sie, oder wählen Sie einen anderen: --port {port + 1}.", problem);
        }
        catch (System.Net.Sockets.SocketException problem)
        {
            await made.DisposeAsync().ConfigureAwait(false);
            throw new PortUnavailableException($"Der Port {port} ist nicht erlaubt ({problem.Message}). Wählen Sie einen über 1023: --port 5080.", problem);
        }

        var address = made.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new PreviewServer(made, address);
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync().ConfigureAwait(false);
        await app.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>The command ends the server; it does not listen to signals itself.</summary>
    private sealed class CallerLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
