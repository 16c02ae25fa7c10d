using System.Collections.Immutable;
using System.Text;

namespace Fachinfo.Preview;

/// <summary>What a request is answered with: a redirect, or a file of the output with a status.</summary>
/// <param name="Location">For a redirect, else empty.</param>
/// <param name="Output">The path of the file; empty if there is none to show.</param>
internal sealed record Answer(int Status, string Location, string Output);

/// <summary>Answers as the web host would that serves the output: with the rules of its own <c>_redirects</c> and <c>_headers</c>.</summary>
/// <param name="rootPath">The path of the base URL without a slash at the end.</param>
internal sealed class SiteAnswers(Func<string, ServedFile?> find, PreviewState state, string rootPath)
{
    /// <summary>The role of <see cref="PreviewBuild.GuardedFolder"/>, where the rules of the site name none.</summary>
    private const string DefaultRole = "members";

    private sealed record Rules(int Version, ImmutableArray<RedirectRule> Redirects, HeaderRules Headers);

    private Rules rules = new(-1, [], HeaderRules.Parse(""));

    /// <summary>Gets the roles that a visitor can have; empty if everyone may see everything.</summary>
    public IReadOnlyList<string> Roles
    {
        get
        {
            var named = Current().Redirects.SelectMany(rule => rule.Roles).Distinct().Order(StringComparer.Ordinal).ToList();
            return named.Count == 0 && state.Build.GuardedFolder.Length > 0 ? [DefaultRole] : named;
        }
    }

    public IReadOnlyDictionary<string, string> HeadersFor(string path) => Current().Headers.For(path);

    public Answer For(string path, Func<string, string?> query, string role)
    {
        foreach (var rule in Current().Redirects)
        {
            if (rule.Apply(path, query, role) is not { } target || (!rule.IsForced && FileOf(path) is not null))
            {
                continue;
            }

            if (rule.Status is >= 300 and < 400)
            {
                return new Answer(rule.Status, target, "");
            }

            return FileOf(target) is { } file ? new Answer(rule.Status, "", file) : rule.Status < 400 ? NotFound() : new Answer(rule.Status, "", "");
        }

        if (IsGuarded(path) && role != DefaultRole)
        {
            return new Answer(401, "", FileOf(rootPath + "/401.html") ?? "");
        }

        if (FileOf(path) is { } found)
        {
            return new Answer(200, "", found);
        }

        var isFolderWithoutSlash = FileOf(path + "/") is not null;
        return isFolderWithoutSlash ? new Answer(301, path + "/", "") : path == "/" && rootPath.Length > 0 ? new Answer(302, rootPath + "/", "") : NotFound();
    }

    /// <summary>Reads a file of the output whole; <see langword="null"/> if it is not there.</summary>
    public byte[]? Read(string output)
    {
        if (find(output) is not { } file)
        {
            return null;
        }

        using var stream = file.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    public ServedFile? Find(string output) => find(output);

    /// <summary>The address without the path of the base URL.</summary>
    public string Route(string path) => path.StartsWith(rootPath + "/", StringComparison.Ordinal) ? path[rootPath.Length..] : path;

    private Answer NotFound() => new(404, "", FileOf(rootPath + "/404.html") ?? "");

    private bool IsGuarded(string path) =>
        state.Build.GuardedFolder.Length > 0 && Route(path).StartsWith(state.Build.GuardedFolder, StringComparison.Ordinal) && Current().Redirects.All(rule => rule.Roles.IsEmpty);

    /// <summary>The file of an address, as static hosts find it. Their own rule files are never served.</summary>
    private string? FileOf(string path)
    {
        if (!path.StartsWith(rootPath + "/", StringComparison.Ordinal))
        {
            return null;
        }

        var output = path[(rootPath.Length + 1)..];
        output = output.Length == 0 || output.EndsWith('/') ? output + "index.html" : output;
        return output is "_headers" or "_redirects" || find(output) is null ? null : output;
    }

    private Rules Current()
    {
        var now = Volatile.Read(ref rules);
        if (now.Version != state.Version)
        {
            now = new Rules(state.Version, RedirectRules.Parse(Text("_redirects")), HeaderRules.Parse(Text("_headers")));
            Volatile.Write(ref rules, now);
        }

        return now;
    }

    private string Text(string output) => Read(output) is { } bytes ? Encoding.UTF8.GetString(bytes) : "";
}
