using System.Runtime.CompilerServices;
using System.Text;
using Fachinfo.Commands;
using Fachinfo.Execution;
using Fachinfo.Pipelines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fachinfo.BrowserTests;

/// <summary>A site that was built into a temporary folder and is served on loopback with the headers of its own <c>_headers</c>.</summary>
public sealed class BuiltSite : IAsyncDisposable
{
    /// <summary>Where the cache beside <c>output</c> keeps what was read from attachments.</summary>
    private static readonly string Results = Path.Combine(".output.cache", "results");

    /// <summary>What sites are made by; shared, so that the theme is compiled once for all tests.</summary>
    internal static readonly EngineDefinition<LinkedSite> Definition = SiteDefinition.Create();

    private readonly string folder;
    private readonly WebApplication server;

    private BuiltSite(string folder, string output, WebApplication server)
    {
        this.folder = folder;
        this.server = server;
        Output = output;
        Address = server.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public string Address { get; }

    /// <summary>Gets the folder that is served.</summary>
    public string Output { get; }

    public static string Repository { get; } = FindRepository();

    /// <summary>Builds the example site.</summary>
    public static Task<BuiltSite> Example() => Build(Path.Combine(Repository, "content"), null);

    /// <summary>Builds a site whose year has so many notices that it is split by month.</summary>
    public static async Task<BuiltSite> Crowded()
    {
        var content = Directory.CreateTempSubdirectory("fachinfo-crowded-").FullName;
        Directory.CreateDirectory(Path.Combine(content, "mitteilungen", "2025"));
        File.WriteAllText(Path.Combine(content, "site.yml"), "title: Viele Mitteilungen\nbaseUrl: https://viele.example\n");
        File.WriteAllText(Path.Combine(content, "rubriken.yml"), "- title: Recht\n");
        for (var number = 1; number <= 230; number++)
        {
            File.WriteAllText(
                Path.Combine(content, "mitteilungen", "2025", $"{number}.md"),
                $"---\ntitel: Titel der Mitteilung {number}\nnummer: {number}\ndatum: 2025-{(number % 12) + 1:00}-15\nrubrik: Recht\n---\nText der Mitteilung {number}.\n",
                new UTF8Encoding(false));
        }

        var site = await Build(content, null);
        Directory.Delete(content, recursive: true);
        return site;
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Builds a site and serves it.</summary>
    /// <param name="other">A site with the same attachments, whose texts and pictures need not be made again.</param>
    public static async Task<BuiltSite> Build(string content, BuiltSite? other, params string[] options)
    {
        var folder = Directory.CreateTempSubdirectory("fachinfo-browser-").FullName;
        var output = Path.Combine(folder, "output");
        if (other is not null)
        {
            Copy(Path.Combine(other.folder, Results), Path.Combine(folder, Results));
        }

        Run(content, output, options);
        var server = Serve(output);
        await server.StartAsync();
        return new BuiltSite(folder, output, server);
    }

    /// <summary>Builds again into the folder that is served, as a deploy does.</summary>
    public void Rebuild(string content, params string[] options) => Run(content, Output, options);

    /// <summary>Copies a folder with all that is below it.</summary>
    internal static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static void Run(string content, string output, string[] options)
    {
        var messages = new StringWriter();
        var host = new Host { Output = messages, Error = messages, IsInteractive = false, Today = () => new DateOnly(2026, 11, 22), Definition = Definition };
        string[] arguments = ["build", "--content", content, "--theme", Path.Combine(Repository, "themes", "fachinfo"), "--output", output, .. options];
        Assert.True(CommandLine.Run(arguments, host) == CommandLine.Good, messages.ToString());
    }

    private static WebApplication Serve(string output)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { WebRootPath = output });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var headers = ReadHeaders(Path.Combine(output, "_headers"));
        app.Use((context, next) =>
        {
            foreach (var (name, value) in headers)
            {
                context.Response.Headers[name] = value;
            }

            return next();
        });
        app.UseDefaultFiles();
        app.UseStaticFiles(new StaticFileOptions { ContentTypeProvider = new FileExtensionContentTypeProvider() });
        app.Run(context =>
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.SendFileAsync(Path.Combine(output, "404.html"));
        });
        return app;
    }

    /// <summary>The headers of the rule for all paths.</summary>
    private static List<(string Name, string Value)> ReadHeaders(string file)
    {
        var rule = "";
        var headers = new List<(string, string)>();
        foreach (var line in File.ReadLines(file))
        {
            if (line.Length > 0 && line[0] != ' ')
            {
                rule = line;
            }
            else if (rule == "/*" && line.Split(": ", 2) is [var name, var value])
            {
                headers.Add((name.Trim(), value));
            }
        }

        Assert.Contains(headers, header => header.Item1 == "Content-Security-Policy");
        return headers;
    }

    private static string FindRepository([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", ".."));
}
