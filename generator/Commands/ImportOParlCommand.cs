using System.CommandLine;
using System.Globalization;
using Fachinfo.CouncilImport;
using Fachinfo.Model;
using Fachinfo.Storage;

namespace Fachinfo.Commands;

/// <summary><c>import oparl</c>: takes a council archive over into the content folder.</summary>
internal static class ImportOParlCommand
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    public static Command Create(Host host)
    {
        var command = new Command("oparl", "Übernimmt ein Ratsarchiv von einem OParl-Server oder aus einem Ordner mit JSON.");
        var options = new OParlOptions();
        options.AddTo(command);
        command.SetAction(parsed => Run(host, options, parsed));
        return command;
    }

    private static int Run(Host host, OParlOptions options, ParseResult parsed)
    {
        var source = parsed.GetValue(options.Source)!;
        var isServer = source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || source.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        if (FindProblem(source, isServer, options, parsed) is { } problem)
        {
            host.Error.WriteLine(problem);
            return CommandLine.WrongUsage;
        }

        using var progress = new ProgressDisplay(host);
        var import = new OParlImport(options.ToImport(parsed, host.Today()) with { Progress = one => progress.Show(one.Step, one.Done, one.Total) });
        var into = parsed.GetValue(options.Into);
        try
        {
            var result = isServer
                ? FromServer(host, import, new Uri(source), options, parsed, into)
                : FromFolder(host, import, source, options, parsed, into);
            progress.Dispose();
            new ImportSummary(host.Output).Write(result, into ?? DefaultFolder(options, parsed, result.Folder), parsed.GetValue(options.DryRun));
            return result.Report.IsIncomplete ? CommandLine.ContentErrors : CommandLine.Good;
        }
        catch (ImportStoppedException stopped)
        {
            progress.Dispose();
            host.Error.WriteLine(stopped.Message);
            return stopped.IsUsage ? CommandLine.WrongUsage : CommandLine.ContentErrors;
        }
    }

    private static string? FindProblem(string source, bool isServer, OParlOptions options, ParseResult parsed)
    {
        if (isServer ? !Uri.TryCreate(source, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 : !Directory.Exists(source))
        {
            return isServer ? $"„{source}“ ist keine Adresse, die abgerufen werden kann." : $"Den Ordner „{source}“ gibt es nicht; eine Adresse beginnt mit https://.";
        }

        if (parsed.GetValue(options.Into) is { } into && Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(into))) is var name && name != Slug.Of(name))
        {
            return $"Der Ordner „{name}“ kann keine Adresse werden. Erlaubt sind Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel content/ratsarchiv/juelich.";
        }

        return parsed.GetValue(options.Into) is null && !Directory.Exists(parsed.GetValue(options.Content))
            ? $"Den Inhaltsordner „{parsed.GetValue(options.Content)}“ gibt es nicht. Geben Sie ihn mit --content an, oder das Ziel mit --into."
            : null;
    }

    private static ImportResult FromServer(Host host, OParlImport import, Uri address, OParlOptions options, ParseResult parsed, string? into)
    {
        using var client = OpenClient(address.Host, options, parsed);
        return import.ImportServer(address, Target(options, parsed, into), OpenCourier(host, client, address.AbsoluteUri, options, parsed, into));
    }

    private static ImportResult FromFolder(Host host, OParlImport import, string folder, OParlOptions options, ParseResult parsed, string? into)
    {
        if (!parsed.GetValue(options.Files))
        {
            return import.ImportFolder(new FolderStore(folder), Target(options, parsed, into), null);
        }

        using var client = OpenClient(null, options, parsed);
        return import.ImportFolder(new FolderStore(folder), Target(options, parsed, into), OpenCourier(host, client, Path.GetFullPath(folder), options, parsed, into));
    }

    private static HttpWebClient OpenClient(string? server, OParlOptions options, ParseResult parsed) => new(Rules(server, options, parsed), Host.Version);

    private static AddressRules Rules(string? server, OParlOptions options, ParseResult parsed) =>
        new((parsed.GetValue(options.AllowHost) ?? []).Concat(server is null ? [] : [server]));

    private static Courier OpenCourier(Host host, HttpWebClient client, string source, OParlOptions options, ParseResult parsed, string? into)
    {
        var cache = parsed.GetValue(options.Cache) ?? Path.Combine(BesideContent(options, parsed, into), ".import.cache");
        var server = Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Host.Length > 0 ? address.Host : null;
        var since = parsed.GetValue(options.Since)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new Courier(client, Rules(server, options, parsed), new FolderStore(cache), $"{source} {parsed.GetValue(options.Body)} {since}", host.Today(), Pause, host.Wait);
    }

    /// <summary>The folder that holds the content folder: what is kept between calls is no content.</summary>
    private static string BesideContent(OParlOptions options, ParseResult parsed, string? into)
    {
        if (into is null)
        {
            return Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(options.Content)!)))!;
        }

        var folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(into)))!;
        var isArchive = Path.GetFileName(folder) == "ratsarchiv";
        return (isArchive ? Path.GetDirectoryName(Path.GetDirectoryName(folder)) : null) ?? folder;
    }

    private static Func<string, FolderStore> Target(OParlOptions options, ParseResult parsed, string? into) => name => new FolderStore(into ?? DefaultFolder(options, parsed, name));

    private static string DefaultFolder(OParlOptions options, ParseResult parsed, string name) => Path.Combine(parsed.GetValue(options.Content)!, "ratsarchiv", name);
}
