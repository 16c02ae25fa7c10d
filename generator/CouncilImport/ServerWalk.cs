using System.Globalization;
using System.Text.Json;

namespace Fachinfo.CouncilImport;

/// <summary>Walks a server: its system, the lists of one municipality with all their pages, and what these only name.</summary>
internal sealed class ServerWalk(Courier web, OParlStore store, ImportReport report, ImportOptions options)
{
    private const int MostPages = 100_000;

    private static readonly string[] Needed =
        ["consultation", "agendaItem", "mainFile", "auxiliaryFile", "resolutionFile", "invitation", "resultsProtocol", "verbatimProtocol", "organization", "underDirectionOf", "originatorOrganization", "meeting", "location"];

    private readonly HashSet<string> failed = new(StringComparer.Ordinal);
    private readonly ServerHosts hosts = new(report);

    /// <summary>Reads the address of the call: a system, a body, or a list of bodies.</summary>
    public void Open(Uri start)
    {
        hosts.Start(start);
        var root = Fetch(start) ?? throw new ImportStoppedException($"„{start}“ hat nicht geantwortet, wie es ein OParl-Server tut.");
        if (IsList(root))
        {
            WalkList(start, "Body");
            return;
        }

        if (store.Add(root, "", start.AbsoluteUri) is not { Type: "System" or "Body" } first)
        {
            throw new ImportStoppedException($"Unter „{start}“ liegt weder ein OParl-System noch eine Kommune (Body).") { IsUsage = true };
        }

        NoteId(first, start);
        if (first.Type == "System" && ListOf(first, "body") is { } bodies)
        {
            WalkList(bodies, "Body");
        }

        foreach (var id in first.LinksOf("body").Where(id => store.Find(id) is null).ToList())
        {
            FetchObject(id, "Body");
        }
    }

    /// <summary>Walks the lists of the municipality, then fetches what they only name.</summary>
    public void WalkBody(OParlObject body)
    {
        WalkListOf(body, "organization", "Organization", isFiltered: false);
        if (options.WithPersons)
        {
            WalkListOf(body, "person", "Person", isFiltered: false);
        }

        WalkListOf(body, "meeting", "Meeting", isFiltered: true);
        WalkListOf(body, "paper", "Paper", isFiltered: true);
        if (body.LinksOf("legislativeTerm").Count == 0 && ListOf(body, "legislativeTermList") is { } terms)
        {
            WalkList(terms, "LegislativeTerm");
            foreach (var term in store.All("LegislativeTerm"))
            {
                body.Link("legislativeTerm", term.Id);
            }
        }

        FetchNamed();
    }

    private void WalkListOf(OParlObject body, string property, string type, bool isFiltered)
    {
        if (ListOf(body, property) is { } address)
        {
            WalkList(isFiltered && options.Since is { } since ? WithFilter(address, since) : address, type);
        }
        else if (body.LinksOf(property).Count == 0)
        {
            report.LeaveOut("Liste", property, "die Kommune nennt keine");
        }
    }

    private void WalkList(Uri first, string type)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var known = new HashSet<string>(StringComparer.Ordinal);
        var isFiltered = first.Query.Contains("modified_since", StringComparison.Ordinal);
        Uri? next = first;
        for (var pages = 0; next is not null && pages < MostPages; pages++)
        {
            if (!seen.Add(next.AbsoluteUri))
            {
                report.Note(Deviations.NextLoops, next.AbsoluteUri);
                return;
            }

            if (Fetch(next, isFiltered) is not { } page)
            {
                return;
            }

            var items = ItemsOf(page, next);
            var added = items.Count(item => AddItem(item, type, known));
            options.Progress(new ImportProgress(OParlSchema.GermanPlural(type) + " abrufen", known.Count, TotalOf(page)));
            var after = NextOf(page, next);
            if (after is not null && added == 0 && items.Count > 0)
            {
                report.Note(Deviations.NextLoops, after.AbsoluteUri);
                return;
            }

            if (after is not null && isFiltered && !after.Query.Contains("modified_since", StringComparison.Ordinal))
            {
                report.Note(Deviations.FilterDropped, after.AbsoluteUri);
                after = WithFilter(after, options.Since!.Value);
            }

            next = after;
        }
    }

    private bool AddItem(JsonElement item, string type, HashSet<string> known)
    {
        if (item.ValueKind == JsonValueKind.Null)
        {
            report.Note(Deviations.NullInArray, type);
            return false;
        }

        if (item.ValueKind == JsonValueKind.String)
        {
            // A list of addresses instead of objects.
            return OParlStore.TryGetString(item) is { Length: > 0 } id && known.Add(id) && FetchObject(id, type) is not null;
        }

        if (item.ValueKind != JsonValueKind.Object || !item.TryGetProperty("id", out _))
        {
            report.LeaveOut(OParlSchema.German(type), "?", "ohne „id“ in einer Liste");
            return false;
        }

        return store.Add(item, type, "?") is { } added && known.Add(added.Id);
    }

    /// <summary>Fetches objects that others only name; each round may name new ones.</summary>
    private void FetchNamed()
    {
        while (true)
        {
            var missing = store.Everything
                .Where(one => one.Type is "Paper" or "Meeting" or "AgendaItem" or "Consultation" || (options.WithPersons && one.Type is "Person" or "Membership"))
                .SelectMany(one => one.Links.Where(link => IsNeeded(one.Type, link.Key)).SelectMany(link => link.Value.Select(id => (Id: id, Type: OParlSchema.Targets[link.Key]))))
                .Where(one => store.Find(one.Id) is null && !failed.Contains(one.Id))
                .DistinctBy(one => one.Id)
                .OrderBy(one => one.Id, StringComparer.Ordinal)
                .ToList();
            if (missing.Count == 0)
            {
                return;
            }

            for (var i = 0; i < missing.Count; i++)
            {
                options.Progress(new ImportProgress("Einzelne Objekte abrufen", i, missing.Count));
                FetchObject(missing[i].Id, missing[i].Type);
            }
        }
    }

    /// <summary>What pages cannot do without. Papers that an agenda names but no list shows are not fetched.</summary>
    private static bool IsNeeded(string type, string property) =>
        (Needed.Contains(property, StringComparer.Ordinal) || (property == "membership" && type == "Person"))
        && !(property is "meeting" && type is "AgendaItem");

    private OParlObject? FetchObject(string id, string type)
    {
        if (!Uri.TryCreate(id, UriKind.Absolute, out var written) || written.Scheme is not ("http" or "https"))
        {
            failed.Add(id);
            return null;
        }

        if (Fetch(written) is not { } element || IsList(element) || store.Add(element, type, id) is not { } added)
        {
            failed.Add(id);
            return null;
        }

        if (added.Id != id)
        {
            report.Note(Deviations.IdUnlikeUrl, $"{id} -> {added.Id}");
            store.Alias(id, added.Id);
        }

        return added;
    }

    /// <summary>Fetches JSON; <see langword="null"/> if there is none, which is in the report then.</summary>
    private JsonElement? Fetch(Uri written, bool isFiltered = false)
    {
        var address = hosts.Reach(written);
        try
        {
            var answer = web.GetJson(address);
            if (answer.Status == 404 && isFiltered)
            {
                report.Note(Deviations.EmptyAnswer404, address.AbsoluteUri);
                return null;
            }

            if (answer.Status is < 200 or > 299)
            {
                return Fail(address, $"der Server antwortet mit {ImportReport.Count(answer.Status)}");
            }

            if (JsonText.Parse(answer.Body, address.AbsoluteUri, report) is not { } element)
            {
                web.Forget(address);
                return null;
            }

            if (IsError(element))
            {
                web.Forget(address);
                report.Note(Deviations.ErrorAs200, address.AbsoluteUri);
                return Fail(address, "der Server meldet einen Fehler mit Status 200");
            }

            return element;
        }
        catch (FetchFailedException problem)
        {
            return web.Requests <= 1 ? throw new ImportStoppedException(problem.Message, problem) : Fail(address, problem.Message);
        }
    }

    private JsonElement? Fail(Uri address, string reason)
    {
        report.LeaveOut("Abruf", address.AbsoluteUri, reason);
        report.IsIncomplete = true;
        return null;
    }

    private void NoteId(OParlObject first, Uri start)
    {
        if (first.HasOwnId && first.Id != start.AbsoluteUri && !hosts.Learn(first.Id, start))
        {
            report.Note(Deviations.IdUnlikeUrl, $"{start} -> {first.Id}");
        }
    }

    private static bool IsList(JsonElement element) => element.ValueKind == JsonValueKind.Array
        || (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array);

    /// <summary>Neither an object nor a list: a message in JSON.</summary>
    private static bool IsError(JsonElement element) => !IsList(element)
        && (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("id", out _));

    private List<JsonElement> ItemsOf(JsonElement page, Uri address)
    {
        if (page.ValueKind == JsonValueKind.Array)
        {
            report.Note(Deviations.BareArray, address.AbsoluteUri);
            return [.. page.EnumerateArray()];
        }

        return page.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Array ? [.. data.EnumerateArray()] : [page];
    }

    private Uri? NextOf(JsonElement page, Uri address) =>
        page.ValueKind == JsonValueKind.Object
        && page.TryGetProperty("links", out var links)
        && links.ValueKind == JsonValueKind.Object
        && links.TryGetProperty("next", out var next)
        && next.ValueKind == JsonValueKind.String
        && OParlStore.TryGetString(next) is { Length: > 0 } text
        && Uri.TryCreate(address, text, out var uri)
            ? hosts.Reach(uri)
            : null;

    private static int TotalOf(JsonElement page) =>
        page.ValueKind == JsonValueKind.Object
        && page.TryGetProperty("pagination", out var pagination)
        && pagination.ValueKind == JsonValueKind.Object
        && pagination.TryGetProperty("totalElements", out var total)
        && total.ValueKind == JsonValueKind.Number
        && total.TryGetInt32(out var count)
            ? count
            : 0;

    private static Uri? ListOf(OParlObject owner, string property) =>
        owner.Values.TryGetValue(property, out var value) && value.ValueKind == JsonValueKind.String && Uri.TryCreate(OParlStore.TryGetString(value), UriKind.Absolute, out var address)
            ? address
            : null;

    private static Uri WithFilter(Uri list, DateOnly since) => new(
        list.AbsoluteUri + (list.Query.Length > 0 ? "&" : "?") + "modified_since=" + since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00%3A00%3A00%2B01%3A00");
}
