namespace Fachinfo.Bench;

/// <summary>Text that has the shape of administrative German: long compounds from a list of our own, in plain sentences.</summary>
internal sealed class GermanWords(Chance chance)
{
    private static readonly string[] Firsts =
    [
        "Haushalts", "Gebühren", "Abwasser", "Straßen", "Schul", "Jugend", "Bau", "Friedhofs", "Grundsteuer", "Gewerbe", "Vergabe", "Personal",
        "Tarif", "Wahl", "Rats", "Bürger", "Gemeinde", "Kreis", "Landes", "Bundes", "Förder", "Energie", "Klima", "Wärme", "Verkehrs", "Lärm",
        "Wasser", "Hochwasser", "Feuerwehr", "Rettungs", "Kultur", "Sport", "Bäder", "Bibliotheks", "Ganztags", "Betreuungs", "Pflege",
        "Gesundheits", "Wohnungs", "Städtebau", "Denkmal", "Natur", "Abfall", "Umwelt", "Digital", "Daten", "Melde", "Melderechts",
        "Beteiligungs", "Umlage", "Zuwendungs", "Beihilfe", "Vergnügungssteuer", "Erschließungs", "Breitband", "Mobilitäts",
    ];

    /// <summary>Second parts with their article; the plural is that of the article's row in <see cref="Plural"/>.</summary>
    private static readonly (string Article, string Word)[] Seconds =
    [
        ("die", "satzung"), ("die", "ordnung"), ("die", "planung"), ("die", "förderung"), ("die", "richtlinie"), ("die", "vereinbarung"),
        ("die", "prüfung"), ("die", "beteiligung"), ("die", "aufsicht"), ("die", "statistik"), ("die", "übersicht"), ("die", "frist"),
        ("der", "beitrag"), ("der", "bescheid"), ("der", "ausschuss"), ("der", "erlass"), ("der", "entwurf"), ("der", "bericht"),
        ("der", "ausgleich"), ("der", "träger"), ("der", "vertrag"), ("das", "verfahren"), ("das", "gesetz"), ("das", "programm"),
        ("das", "konzept"), ("das", "recht"), ("das", "amt"), ("das", "muster"), ("das", "register"), ("das", "vorhaben"),
    ];

    private static readonly string[] Adjectives =
    [
        "kommunale", "örtliche", "neue", "geänderte", "überarbeitete", "gemeinsame", "landesweite", "vorläufige", "verbindliche",
        "freiwillige", "rechtssichere", "digitale", "zusätzliche", "bisherige", "künftige", "maßgebliche",
    ];

    private static readonly string[] Subjects =
    [
        "Das Ministerium", "Die Landesregierung", "Der Städteverbund", "Die Bezirksregierung", "Der Rechnungshof", "Das Oberverwaltungsgericht",
        "Die Geschäftsstelle", "Der Fachausschuss", "Die Arbeitsgruppe", "Der Gesetzgeber", "Das Statistische Landesamt", "Die Mehrheit der Städte",
    ];

    private static readonly string[] Verbs =
    [
        "verweist auf", "erläutert", "begrüßt", "kritisiert", "veröffentlicht", "prüft", "ergänzt", "beschreibt", "fordert", "empfiehlt",
        "bewertet", "berücksichtigt", "überarbeitet", "bestätigt",
    ];

    private static readonly string[] Tails =
    [
        "und bittet um Rückmeldung", "ohne die Städte und Gemeinden zusätzlich zu belasten", "mit Wirkung für das kommende Haushaltsjahr",
        "nach Anhörung der kommunalen Spitzenverbände", "im Rahmen der geltenden Zuständigkeiten", "soweit keine Übergangsregelung greift",
        "auf Grundlage der bisherigen Erfahrungen", "unabhängig von der Größe der Gemeinde", "einschließlich der Folgekosten",
        "spätestens bis zum Ende des Quartals", "für alle kreisangehörigen Städte", "im Einvernehmen mit dem Träger",
    ];

    private static readonly string[] Openers =
    [
        "Danach", "Im Einzelnen", "Nach Auffassung der Geschäftsstelle", "Für die Praxis", "Aus kommunaler Sicht", "Zugleich", "Demgegenüber",
        "In der Folge", "Vor diesem Hintergrund", "Ergänzend",
    ];

    /// <summary>A noun with its article: <c>die Haushaltssatzung</c>.</summary>
    public (string Article, string Word) Noun()
    {
        var (article, second) = chance.Pick(Seconds);
        return (article, chance.Pick(Firsts) + second);
    }

    public string Compound() => Noun().Word;

    public string Adjective() => chance.Pick(Adjectives);

    /// <summary>A heading or title: <c>Neue Abwassersatzung und Wärmeplanung</c>.</summary>
    public string Title()
    {
        var noun = Noun();
        var ending = noun.Article switch { "der" => "r", "das" => "s", _ => "" };
        var adjective = Adjective();
        return $"{char.ToUpperInvariant(adjective[0])}{adjective[1..]}{ending} {noun.Word} und {Compound()}";
    }

    public string Sentence()
    {
        var (first, second) = (Noun(), Noun());
        return chance.Below(4) switch
        {
            0 => $"{chance.Pick(Subjects)} {chance.Pick(Verbs)} {Object(first)}, {chance.Pick(Tails)}.",
            1 => $"{chance.Pick(Openers)} regelt {first.Article} {first.Word} auch {Object(second)} {chance.Pick(Tails)}.",
            2 => $"{Capital(first.Article)} {first.Word} betrifft {Object(second)} sowie mehr als {2 + chance.Below(98)} Prozent der Fälle.",
            _ => $"{chance.Pick(Subjects)} {chance.Pick(Verbs)} {Object(first)} und {Object(second)}.",
        };
    }

    public string Paragraph(int sentences) => string.Join(' ', Enumerable.Range(0, sentences).Select(_ => Sentence()));

    private string Object((string Article, string Word) noun) => noun.Article == "der"
        ? $"den {Adjective()}n {noun.Word}"
        : $"{noun.Article} {Adjective()} {noun.Word}";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
