using System.Text.Json;
using Fachinfo.Execution;

namespace Fachinfo.Pages.OParl;

/// <summary>Lists of objects in pages; <c>next</c> is on every page but the last.</summary>
internal static class OParlLists
{
    private const int ListLength = 100;
    private const int ChangesLength = 1000;

    /// <summary>A list of whole objects.</summary>
    /// <param name="items">In the order of the list.</param>
    public static IEnumerable<Page> Plan(PageContext context, OParlObject[] items, Func<int, Route> route) =>
        Plan(context, items, ListLength, route, (hash, one) => hash.Add(one.Hash()), (json, one) => one.WriteFields(json));

    /// <summary>The list of what was added, changed or deleted, without what the objects say.</summary>
    public static IEnumerable<Page> PlanChanges(PageContext context, OParlObject[] items, Func<int, Route> route) => Plan(
        context,
        items,
        ChangesLength,
        route,
        (hash, one) => hash.Add(one.Route.Path).Add(one.Created.Ticks).Add(one.Created.Offset.Ticks).Add(one.Modified.Ticks).Add(one.Modified.Offset.Ticks).Add(one.IsDeleted),
        (json, one) => one.WriteChange(json));

    private static IEnumerable<Page> Plan(
        PageContext context, OParlObject[] items, int length, Func<int, Route> route, Action<HashBuilder, OParlObject> hashItem, Action<Utf8JsonWriter, OParlObject> writeItem)
    {
        var count = Math.Max(1, (items.Length + length - 1) / length);
        for (var number = 1; number <= count; number++)
        {
            var page = number;
            var own = new ArraySegment<OParlObject>(items, (page - 1) * length, Math.Min(length, items.Length - ((page - 1) * length)));
            yield return new WrittenPage(
                route(page),
                "oparl-list",
                () =>
                {
                    var hash = new HashBuilder().Add(context.Absolute(route(page))).Add(items.Length);
                    foreach (var one in own)
                    {
                        hashItem(hash, one);
                    }

                    return hash.ToHash();
                },
                into => OParlJson.Write(into, json =>
                {
                    WriteItems(json, own, writeItem);
                    WritePlace(json, page, count, items.Length, length, number => context.Absolute(route(number)));
                }));
        }
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable<OParlObject> items, Action<Utf8JsonWriter, OParlObject> write)
    {
        json.WriteStartArray("data");
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes where in the list the page is.</summary>
    private static void WritePlace(Utf8JsonWriter json, int page, int count, int total, int length, Func<int, string> address)
    {
        json.WriteStartObject("pagination");
        json.WriteNumber("totalElements", total);
        json.WriteNumber("elementsPerPage", length);
        json.WriteNumber("currentPage", page);
        json.WriteNumber("totalPages", count);
        json.WriteEndObject();
        json.WriteStartObject("links");
        json.WriteString("first", address(1));
        json.Text("prev", page > 1 ? address(page - 1) : null);
        json.WriteString("self", address(page));
        json.Text("next", page < count ? address(page + 1) : null);
        json.WriteString("last", address(count));
        json.WriteEndObject();
    }
}
