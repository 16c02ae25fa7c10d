using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;

namespace Fachinfo.Pages.OParl;

/// <summary>The archive as an OParl 1.1 server of plain files: system, objects, paged lists, and what changed.</summary>
public static class OParlPages
{
    private const int ListLength = 100;
    private const int ChangesLength = 1000;

    public static IEnumerable<Page> Plan(PageContext context)
    {
        if (!context.Site.Configuration.HasOParl || context.Site.Council.IsEmpty)
        {
            yield break;
        }

        var bodies = new List<(OParlBody Writer, OParlObject Body)>();
        foreach (var body in context.Site.Council.Bodies)
        {
            var writer = new OParlBody(context, body);
            bodies.Add((writer, writer.Objects.First(one => one.Kind == "body")));
            foreach (var page in Plan(context, body, writer))
            {
                yield return page;
            }
        }

        yield return new TextPage(Addresses.OParlSystem, "oparl-system", () => WriteSystem(context, [.. bodies.Select(one => one.Body)]));
        foreach (var page in Pages(context, [.. bodies.OrderByDescending(one => one.Body.Modified).ThenBy(one => one.Writer.Id(one.Body), StringComparer.Ordinal)], ListLength, Addresses.OParlBodies, (json, one) => one.Writer.Write(json, one.Body, OParlForm.Single)))
        {
            yield return page;
        }
    }

    private static IEnumerable<Page> Plan(PageContext context, Body body, OParlBody writer)
    {
        foreach (var one in writer.Objects)
        {
            yield return new TextPage(one.Route, "oparl-object", () => OParlJson.Write(json => writer.Write(json, one, OParlForm.Single)), body.Source);
        }

        var folder = body.Content.Folder;
        var newest = writer.Objects.OrderByDescending(one => one.Modified).ThenBy(one => one.Route).ToList();
        var byKind = newest.Where(one => !one.IsDeleted).ToLookup(one => one.Kind, StringComparer.Ordinal);
        foreach (var (_, kind) in OParlBody.Lists)
        {
            foreach (var page in Pages(context, [.. byKind[kind]], ListLength, number => Addresses.OParlList(folder, kind, number), (json, one) => writer.Write(json, one, OParlForm.Single)))
            {
                yield return page;
            }
        }

        foreach (var page in Pages(context, newest, ChangesLength, number => Addresses.OParlChanges(folder, number), (json, one) => WriteChange(json, writer, one)))
        {
            yield return page;
        }
    }

    /// <summary>A list in pages; <c>next</c> is on every page but the last.</summary>
    private static IEnumerable<Page> Pages<T>(PageContext context, List<T> items, int length, Func<int, Route> route, Action<System.Text.Json.Utf8JsonWriter, T> write)
    {
        var count = Math.Max(1, (items.Count + length - 1) / length);
        for (var number = 1; number <= count; number++)
        {
            var page = number;
            yield return new TextPage(route(page), "oparl-list", () => OParlJson.Write(json =>
            {
                json.WriteStartArray("data");
                foreach (var item in items.Skip((page - 1) * length).Take(length))
                {
                    json.WriteStartObject();
                    write(json, item);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteStartObject("pagination");
                json.WriteNumber("totalElements", items.Count);
                json.WriteNumber("elementsPerPage", length);
                json.WriteNumber("currentPage", page);
                json.WriteNumber("totalPages", count);
                json.WriteEndObject();
                json.WriteStartObject("links");
                json.WriteString("first", context.Absolute(route(1)));
                json.Text("prev", page > 1 ? context.Absolute(route(page - 1)) : null);
                json.WriteString("self", context.Absolute(route(page)));
                json.Text("next", page < count ? context.Absolute(route(page + 1)) : null);
                json.WriteString("last", context.Absolute(route(count)));
                json.WriteEndObject();
            }));
        }
    }

    private static void WriteChange(System.Text.Json.Utf8JsonWriter json, OParlBody writer, OParlObject one)
    {
        json.WriteString("id", writer.Id(one));
        json.WriteString("type", OParlJson.Schema + one.Type);
        json.Time("created", one.Created);
        json.Time("modified", one.Modified);
        if (one.IsDeleted)
        {
            json.WriteBoolean("deleted", true);
        }
    }

    /// <summary>The system's dates are those of its bodies: it changes when one of them is added or changes.</summary>
    private static string WriteSystem(PageContext context, IReadOnlyList<OParlObject> bodies)
    {
        var site = context.Site.Configuration;
        return OParlJson.Write(json =>
        {
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
        });
    }
}
