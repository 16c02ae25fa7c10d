using Fachinfo.Execution;

namespace Fachinfo.CouncilImport;

/// <summary>Fetches the bytes of files that are not there yet or changed on the server. They wait in the cache until the plan is carried out.</summary>
internal sealed class Downloads(Courier web, ImportReport report)
{
    private readonly Dictionary<string, bool> done = new(StringComparer.Ordinal);

    public List<PlannedBytes> Fetched { get; } = [];

    /// <summary>Tells whether the bytes are there or will be.</summary>
    public bool Fetch(FileRequest request, ImportState state, IFileStore target)
    {
        if (done.TryGetValue(request.Path, out var known))
        {
            return known;
        }

        var isThere = state.Files.TryGetValue(request.Path, out var before) && before.Stamp == request.Stamp && target.Read(request.Path) is not null;
        var has = isThere || FetchNew(request);
        done.Add(request.Path, has);
        return has;
    }

    private bool FetchNew(FileRequest request)
    {
        try
        {
            var address = new Uri(request.Address);
            var answer = web.GetFile(address);
            if (answer.Status != 200 || answer.Body.Length == 0)
            {
                web.Forget(address);
                return LeaveOut(request, answer.Status == 200 ? "die Datei ist leer" : $"der Server antwortet mit {ImportReport.Count(answer.Status)}");
            }

            if (IsPage(request.Path, answer.Body))
            {
                web.Forget(address);
                return LeaveOut(request, "statt der Datei kam eine Webseite");
            }

            Fetched.Add(new PlannedBytes(request.Path, request.Id, ImportState.Hash(answer.Body), () => web.GetFile(address).Body, request.Stamp));
            return true;
        }
        catch (FetchFailedException problem)
        {
            return LeaveOut(request, problem.Message);
        }
    }

    private bool LeaveOut(FileRequest request, string reason)
    {
        report.LeaveOut("Inhalt einer Datei", request.Id, reason);
        report.IsIncomplete = true;
        return false;
    }

    /// <summary>An error page with status 200, or a page that a browser would run as one.</summary>
    private static bool IsPage(string path, byte[] body)
    {
        var start = body.AsSpan(0, Math.Min(body.Length, 256));
        return !path.EndsWith(".txt", StringComparison.Ordinal)
            && System.Text.Encoding.ASCII.GetString(start).TrimStart('?', ' ', '\r', '\n', '\t') is var text
            && (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("{\"", StringComparison.Ordinal));
    }
}
