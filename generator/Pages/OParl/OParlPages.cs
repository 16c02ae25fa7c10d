using System.Text.Json;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages.OParl;

/// <summary>The archive as an OParl 1.1 server of plain files: system, objects, paged lists, and what changed.</summary>
public static class OParlPages
{
    public static IEnumerable<Page> Plan(PageContext context)
    {
        if (!context.Site.Configuration.HasOParl || context.Site.Council.IsEmpty)
        {
            yield break;
        }

        var bodies = new List<OParlObject>();
        foreach (var body in context.Site.Council.Bodies)
        {
            var objects = new OParlBody(context, body);
            bodies.Add(objects.Own);
            foreach (var page in Plan(context, objects, body.Source))
            {
                yield return page;
            }
        }

        foreach (var page in OParlLists.Plan(context, Sort(bodies), Addresses.OParlBodies))
        {
            yield return page;
        }

        yield return new WrittenPage(
            Addresses.OParlSystem,
            "oparl-system",
            () => OParlJson.HashOf(json => WriteSystem(json, context, bodies)),
            into => OParlJson.Write(into, json => WriteSystem(json, context, bodies)));
    }

    private static IEnumerable<Page> Plan(PageContext context, OParlBody body, SourcePath source)
    {
        foreach (var one in body.Objects)
        {
            yield return new WrittenPage(one.Route, one.IsWithdrawn ? "oparl-withdrawn" : "oparl-object", one.Hash, one.Write, source);
        }

        var newest = Sort(body.Objects);
        var byKind = newest.Where(one => !one.IsDeleted).ToLookup(one => one.Kind);
        var lists = OParlKind.All.Where(kind => kind.List is not null)
            .SelectMany(kind => OParlLists.Plan(context, [.. byKind[kind]], number => Addresses.OParlList(body.Folder, kind.Name, number)));
        foreach (var page in lists.Concat(OParlLists.PlanChanges(context, newest, number => Addresses.OParlChanges(body.Folder, number))))
        {
            yield return page;
        }
    }

    /// <summary>The newest first; those of one moment by id, so that the order is always the same.</summary>
    private static OParlObject[] Sort(IEnumerable<OParlObject> objects) => [.. objects.OrderByDescending(one => one.Modified).ThenBy(one => one.Route)];

    /// <summary>The system's dates are those of its bodies: it changes when one of them is added or changes.</summary>
    private static void WriteSystem(Utf8JsonWriter json, PageContext context, IReadOnlyList<OParlObject> bodies)
    {
        var site = context.Site.Configuration;
        json.WriteString("id", context.Absolute(Addresses.OParlSystem));
        json.WriteString("type", OParlJson.Schema + "System");
        json.WriteString("oparlVersion", OParlJson.Schema);
        json.WriteString("body", context.Absolute(Addresses.OParlBodies(1)));
        json.WriteString("name", site.Title);
        json.Text("contactEmail", site.Publisher.Email);
        json.Text("contactName", site.Publisher.Name);
        json.WriteString("website", context.Absolute(Route.Home));
        json.WriteString("product", "fachinfo");
        json.WriteString("web", context.Absolute(Addresses.Council));
        json.Time("created", bodies.Min(body => body.Created));
        json.Time("modified", bodies.Max(body => body.Modified));
        json.WriteString("fachinfo:filters", "ignored");
    }
}
