using Fachinfo.Execution;

namespace Fachinfo.CouncilImport;

/// <summary>What an import did, for the summary.</summary>
/// <param name="Name">The municipality.</param>
/// <param name="Folder">The name of its folder.</param>
public sealed record ImportResult(string Name, string Folder, ImportReport Report);

/// <summary>Takes the papers of one municipality over from an OParl server or a folder of its JSON.</summary>
public sealed class OParlImport(ImportOptions options)
{
    private readonly ImportReport report = new();

    /// <summary>Imports a folder of JSON.</summary>
    /// <param name="target">Opens the folder of the municipality, by the name it shall have.</param>
    /// <param name="web">Fetches the bytes of files, if the call wants them.</param>
    public ImportResult ImportFolder(IFileStore source, Func<string, IFileStore> target, Courier? web)
    {
        var store = new OParlStore(report);
        FolderSource.Load(source, store, report, options.Progress);
        var (body, system, name, folder) = Choose(store, store.All("Body"));
        return Finish(store, body, system, name, folder, isWalk: false, target, web);
    }

    /// <summary>Imports from a server.</summary>
    public ImportResult ImportServer(Uri start, Func<string, IFileStore> target, Courier web)
    {
        var store = new OParlStore(report);
        var walk = new ServerWalk(web, store, report, options);
        walk.Open(start);
        var (body, system, name, folder) = Choose(store, store.All("Body"));
        walk.WalkBody(body ?? throw new ImportStoppedException("Unter der Adresse wurde keine Kommune (OParl: Body) gefunden. Geben Sie die Adresse des Systems oder der Kommune an."));
        var result = Finish(store, body, system, name, folder, isWalk: true, target, web);
        if (!options.IsDryRun)
        {
            web.Finish();
        }

        return result;
    }

    private (OParlObject? Body, OParlObject? System, string Name, string Folder) Choose(OParlStore store, IReadOnlyList<OParlObject> bodies)
    {
        var values = new FieldValues(new ImportReport(), new Stamps(store, options.Today, new ImportReport()));
        var choice = new BodyChoice(values);
        var system = store.All("System") is [var first, ..] ? first : null;
        if (bodies.Count == 0 && options.Body is { } wish)
        {
            return (null, system, wish, PathBook.Name(wish, wish));
        }

        var (body, problem) = choice.Choose(bodies, options.Body);
        return body is null
            ? throw new ImportStoppedException(problem!) { IsUsage = true }
            : (body, system, values.Line(body, "name") ?? choice.SlugOf(body), choice.SlugOf(body));
    }

    private ImportResult Finish(OParlStore store, OParlObject? body, OParlObject? system, string name, string folder, bool isWalk, Func<string, IFileStore> target, Courier? web)
    {
        report.Objects = store.CountByType();
        var files = target(folder);
        var downloads = options is { WithFiles: true, IsDryRun: false } && web is not null ? new Downloads(web, report) : null;
        var planning = new Planning(store, report, options, files, downloads);
        var plan = planning.Plan(body, system, name, isWalk);
        options.Progress(new ImportProgress("Schreiben", 0, plan.Files.Count));
        new Applying(files, planning, report, options).Apply(plan);
        report.Requests = web?.Requests ?? 0;
        return new ImportResult(name, folder, report);
    }
}
