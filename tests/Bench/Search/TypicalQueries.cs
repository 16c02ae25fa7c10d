namespace Fachinfo.Bench.Search;

/// <summary>A query that visitors may make.</summary>
/// <param name="Name">What is typical of it.</param>
/// <param name="Filter">The rest of the address: <c>&amp;folge=datum</c>.</param>
internal sealed record TypicalQuery(string Name, string Text, string Filter = "")
{
    /// <summary>Gets whether it names a thing, to which the page leads at once.</summary>
    public bool Leads { get; init; }
}

/// <summary>Queries with words of the corpus.</summary>
internal static class TypicalQueries
{
    public static readonly TypicalQuery[] All =
    [
        new("one word", "Haushaltssatzung"),
        new("two words", "Abwassersatzung Wärmeplanung"),
        new("four words", "kommunale Gebühren Haushalt Energie"),
        new("a part of compounds", "Satzung"),
        new("a beginning", "Haushalts"),
        new("a rare word", "Denkmalregister"),
        new("exchanged letters", "Haushaltssatzugn"),
        new("first letter wrong", "Xaushaltssatzung"),
        new("a letter missing in a short word", "Kris"),
        new("two words, one with an error", "Abwassersatzung Wärmeplannug"),
        new("an exact phrase", "\"kommunalen Spitzenverbände\""),
        new("a word excluded", "Satzung -Haushaltssatzung"),
        new("in a rubric", "Satzung", "&rubrik=recht-personal-organisation"),
        new("by date", "Satzung", "&folge=datum"),
        new("in a year", "Satzung", "&jahr=2025"),
        new("nothing to be found", "Xylophonorchester"),
        new("a number", "7/2025") { Leads = true },
        new("a file reference", "Az. 10.0.10") { Leads = true },
    ];
}
