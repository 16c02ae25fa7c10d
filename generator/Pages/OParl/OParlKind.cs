namespace Fachinfo.Pages.OParl;

/// <summary>A kind of object; there is one instance of each.</summary>
/// <param name="name">The folder of its addresses, and of its key in the record: <c>paper</c>.</param>
/// <param name="type">The last part of its type: <c>Paper</c>.</param>
/// <param name="list">The field of Body that names the list of all; <see langword="null"/> for the body itself.</param>
internal sealed class OParlKind(string name, string type, string? list)
{
    public static readonly OParlKind Body = new("body", "Body", null);
    public static readonly OParlKind Organization = new("organization", "Organization", "organization");
    public static readonly OParlKind Person = new("person", "Person", "person");
    public static readonly OParlKind Meeting = new("meeting", "Meeting", "meeting");
    public static readonly OParlKind Paper = new("paper", "Paper", "paper");
    public static readonly OParlKind AgendaItem = new("agendaitem", "AgendaItem", "agendaItem");
    public static readonly OParlKind Consultation = new("consultation", "Consultation", "consultation");
    public static readonly OParlKind File = new("file", "File", "file");
    public static readonly OParlKind Membership = new("membership", "Membership", "membership");
    public static readonly OParlKind Location = new("location", "Location", "locationList");
    public static readonly OParlKind LegislativeTerm = new("legislativeterm", "LegislativeTerm", "legislativeTermList");

    /// <summary>Gets all kinds, those with a list in the order in which Body names them.</summary>
    public static readonly IReadOnlyList<OParlKind> All =
        [Body, Organization, Person, Meeting, Paper, AgendaItem, Consultation, File, Membership, Location, LegislativeTerm];

    public string Name { get; } = name;

    public string Type { get; } = type;

    public string? List { get; } = list;
}
