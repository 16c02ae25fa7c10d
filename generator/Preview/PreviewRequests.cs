using System.Text;
using Microsoft.AspNetCore.Http;

namespace Fachinfo.Preview;

/// <summary>Answers every request of the preview: its own addresses, which start with two underscores, and those of the site.</summary>
/// <param name="find">Finds a file of the output by its path.</param>
public sealed class PreviewRequests(Func<string, ServedFile?> find, PreviewState state, string rootPath)
{
    private const string RoleCookie = "fachinfo-vorschau-rolle";
    private const string Html = "text/html; charset=utf-8";
    private const string Json = "application/json; charset=utf-8";

    private readonly SiteAnswers site = new(find, state, rootPath);

    /// <summary>The policy of the preview's own pages.</summary>
    private const string OwnPolicy = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    internal async Task Answer(HttpContext context, CancellationToken stopping)
    {
        if (context.Request.Host.Host is not ("127.0.0.1" or "localhost"))
        {
            // Another site's name that was made to lead here must not read drafts (DNS rebinding).
            await Text(context, 403, "text/plain; charset=utf-8", "Die Vorschau antwortet nur unter 127.0.0.1 und localhost.\n").ConfigureAwait(false);
            return;
        }

        try
        {
            await Route(context, stopping).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The browser has gone, or the preview ends.
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException && !context.Response.HasStarted)
        {
            await Text(context, 503, "text/plain; charset=utf-8", $"Die Datei kann gerade nicht gelesen werden: {problem.Message}\n").ConfigureAwait(false);
        }
    }

    private Task Route(HttpContext context, CancellationToken stopping)
    {
        var path = context.Request.Path.Value ?? "/";
        var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        return path switch
        {
            PageInjection.Folder + "role" => HttpMethods.IsPost(context.Request.Method) ? SetRole(context) : Text(context, 405, Html, ""),
            _ when !isRead => Text(context, 405, "text/plain; charset=utf-8", "Die Vorschau zeigt nur; Formulare nimmt erst der Server an.\n"),
            "/__diagnostics" or "/__diagnostics/" => Text(context, 200, Html, Mend(DiagnosticsPage.Of(state))),
            "/__diagnostics.json" => Text(context, 200, Json, Report(context)),
            PageInjection.Folder + "events" => Events(context, stopping),
            PageInjection.Folder + "page" => Text(context, 200, Json, StateReport.Of(FingerprintOf(context, context.Request.Query["path"].ToString()))),
            _ when path.StartsWith(PageInjection.Folder, StringComparison.Ordinal) => Resource(context, path[PageInjection.Folder.Length..]),
            _ => Site(context, path),
        };
    }

    private string Report(HttpContext context) => StateReport.Of(state, site.Roles, RoleOf(context), rootPath);

    /// <summary>Pages of the preview itself get the script too, so that they follow the next build.</summary>
    private string Mend(string html) => Encoding.UTF8.GetString(PageInjection.Inject(Encoding.UTF8.GetBytes(html), PageFingerprint.Of(200, Encoding.UTF8.GetBytes(html)), state.Version, ""));

    private async Task Events(HttpContext context, CancellationToken stopping)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        await foreach (var version in state.Versions(end.Token).ConfigureAwait(false))
        {
            await context.Response.WriteAsync($"id: {version}\nevent: state\ndata: {Report(context)}\n\n", end.Token).ConfigureAwait(false);
            await context.Response.Body.FlushAsync(end.Token).ConfigureAwait(false);
        }
    }

    private static Task SetRole(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && origin != $"{context.Request.Scheme}://{context.Request.Host}")
        {
            return Text(context, 403, Html, "");
        }

        context.Response.Cookies.Append(RoleCookie, context.Request.Query["role"].ToString(), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/" });
        return Text(context, 204, Html, "");
    }

    /// <summary>The role that the visitor plays, if the site knows it.</summary>
    private string RoleOf(HttpContext context) => context.Request.Cookies[RoleCookie] is { } role && site.Roles.Contains(role) ? role : "";

    private PageFingerprint FingerprintOf(HttpContext context, string address)
    {
        var parts = address.Split('?', 2);
        var path = Uri.UnescapeDataString(parts[0]);
        if (path is "/__diagnostics" or "/__diagnostics/")
        {
            return PageFingerprint.Of(200, Encoding.UTF8.GetBytes(DiagnosticsPage.Of(state)));
        }

        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(parts.Length == 2 ? parts[1] : "");
        var answer = site.For(path, name => query.TryGetValue(name, out var value) ? value.ToString() : null, RoleOf(context));
        return PageFingerprint.Of(answer.Status, HtmlOf(answer), MarkOf(path));
    }

    private string MarkOf(string path) => state.Build.Unpublished.GetValueOrDefault(site.Route(path), "");

    /// <summary>The page of an answer; where the site has none, one that stands in for it.</summary>
    private byte[] HtmlOf(Answer answer) => (answer.Output.Length > 0 ? site.Read(answer.Output) : null)
        ?? Encoding.UTF8.GetBytes(DiagnosticsPage.Instead(find("index.html") is null ? 503 : answer.Status));

    private async Task Site(HttpContext context, string path)
    {
        var answer = site.For(path, name => context.Request.Query[name] is { Count: > 0 } value ? value.ToString() : null, RoleOf(context));
        var response = context.Response;
        foreach (var (name, value) in site.HeadersFor(path))
        {
            response.Headers[name] = value;
        }

        if (answer.Location.Length > 0)
        {
            response.StatusCode = answer.Status;
            response.Headers.Location = new Uri(answer.Location, UriKind.RelativeOrAbsolute) is { IsAbsoluteUri: true } absolute ? absolute.AbsoluteUri : Uri.EscapeDataString(answer.Location).Replace("%2F", "/", StringComparison.Ordinal).Replace("%23", "#", StringComparison.Ordinal);
            return;
        }

        if (!response.Headers.ContainsKey("Cache-Control"))
        {
            response.Headers.CacheControl = "no-cache";
        }

        if (answer.Output.Length == 0 || answer.Output.EndsWith(".html", StringComparison.Ordinal))
        {
            var html = HtmlOf(answer);
            var mark = MarkOf(path);
            var status = answer.Output.Length == 0 && find("index.html") is null ? 503 : answer.Status;
            response.Headers.TryAdd("Content-Security-Policy", OwnPolicy);
            await Bytes(context, status, Html, PageInjection.Inject(html, PageFingerprint.Of(answer.Status, html, mark), state.Version, mark)).ConfigureAwait(false);
            return;
        }

        response.StatusCode = answer.Status;
        await Results.Stream(site.Find(answer.Output)!.Open(), ContentTypes.Of(answer.Output), enableRangeProcessing: true).ExecuteAsync(context).ConfigureAwait(false);
    }

    private static async Task Resource(HttpContext context, string name)
    {
        using var stream = typeof(PreviewRequests).Assembly.GetManifestResourceStream("preview/" + name);
        if (stream is null)
        {
            await Text(context, 404, Html, "").ConfigureAwait(false);
            return;
        }

        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy).ConfigureAwait(false);
        await Bytes(context, 200, ContentTypes.Of(name), copy.ToArray()).ConfigureAwait(false);
    }

    private static Task Text(HttpContext context, int status, string type, string text)
    {
        context.Response.Headers.ContentSecurityPolicy = OwnPolicy;
        return Bytes(context, status, type, Encoding.UTF8.GetBytes(text));
    }

    private static async Task Bytes(HttpContext context, int status, string type, byte[] bytes)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.Headers.TryAdd("X-Content-Type-Options", "nosniff");
        response.Headers.TryAdd("Cache-Control", "no-cache");
        if (status == 204)
        {
            return;
        }

        response.ContentType = type;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
