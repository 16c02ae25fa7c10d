namespace Fachinfo.CouncilImport;

/// <summary>Tells which objects belong to the municipality of the import.</summary>
/// <param name="isWalk">Whether the objects come from the lists of that municipality.</param>
internal sealed class Scope(OParlStore store, OParlObject? body, bool isWalk, int bodies)
{
    private readonly bool takesAll = body is null || isWalk || bodies <= 1;

    public IEnumerable<OParlObject> Organizations() => store.All("Organization").Where(one => takesAll || BodyOf(one) == body!.Id);

    public IEnumerable<OParlObject> Papers() => store.All("Paper").Where(one => takesAll || BodyOf(one) == body!.Id || (BodyOf(one) is null && IsByOrganization(one)));

    public IEnumerable<OParlObject> Meetings() => store.All("Meeting").Where(one => takesAll || IsByOrganization(one));

    public IEnumerable<OParlObject> Persons() => store.All("Person").Where(one => takesAll || BodyOf(one) == body!.Id);

    private static string? BodyOf(OParlObject one) => one.LinksOf("body") is [var id, ..] ? id
        : one.Values.TryGetValue("body", out var value) && value.ValueKind == System.Text.Json.JsonValueKind.String ? OParlStore.TryGetString(value)
        : null;

    private bool IsByOrganization(OParlObject one) =>
        store.Follow(one, "organization").Concat(store.Follow(one, "underDirectionOf"))
            .Concat(store.Follow(one, "consultation").SelectMany(consultation => store.Follow(consultation, "organization")))
            .Any(organization => BodyOf(organization) == body!.Id);
}
