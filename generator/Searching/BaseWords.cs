using System.Collections.Frozen;
using System.Text;

namespace Fachinfo.Searching;

/// <summary>Words that German administrations build compounds with; a small site would not have all of them on their own.</summary>
internal static class BaseWords
{
    public const ulong HashStart = 14695981039346656037;

    private const string List =
        "abfall abgabe abgaben abschluss abteilung abwasser amt anfrage angebot anlage anlass anmeldung anpassung antrag anwendung anzeige arbeit "
        + "archiv asyl aufgabe aufsicht auftrag aufwand ausbau ausgabe ausgleich auskunft ausschuss ausstattung ausweis bad bahn bank bau baum "
        + "bedarf beginn beihilfe beirat beitrag beratung bereich bericht beruf bescheid beschluss beschwerde bestand beteiligung betrag betreuung "
        + "betrieb bewerbung bezirk bibliothek bild bildung boden bogen brand brief brucke buch bund burger buro cannabis daten dezernat dienst digital "
        + "dokument dorf druck ehren eigentum einheit einkommen einnahme einrichtung einsatz einwohner eltern energie entgelt entlastung entscheidung "
        + "entsorgung entwicklung entwurf erfassung ergebnis erklarung erlass ermittlung ersatz erstattung ertrag erweiterung fach fahr fahrzeug fall "
        + "familie farbe feld feuer feuerwehr finanz firma flache flucht fonds form formular forderung forst frage frau freiheit friedhof frist gas "
        + "gebaude gebiet gebuhr gefahr geld gemeinde gerat gericht gesamt geschaft gesellschaft gesetz gesprach gesundheit gewasser gewerbe grenze "
        + "grund gruppe gut gutachten haft hafen hand handel haus haushalt heim heizung hilfe hinweis hoch hochwasser hof hohe holz hunde information "
        + "inhalt jahr jugend kammer kampf kanal kapital karte kasse katalog kataster kauf kenn kind kinder kirche kita klage klasse klima konferenz "
        + "konto konsum kontrolle konzept korper kosten kraft kranken kredit kreis krise kultur kunst kurs lade lager land last lauf leben lehr leistung leiter "
        + "leitung lern licht liste lohn luft mangel mann markt maschine mass massnahme material medien meister melde meldung menge menschen miete mittel "
        + "mobil modell monat mull museum musik muster nacht nachweis name natur nebel netz netzwerk not notfall nummer nutzung ober offen ordnung organ ort "
        + "paket park parlament partei partner person personal pflege pflicht plan planung platz politik polizei post praxis preis presse privat probe "
        + "produkt programm projekt protokoll prozess prufung quote rahmen rat raum rech rechnung recht rechts reform regel regelung register reihe "
        + "reinigung reise rente rettung rich richter richtlinie ring rohr ruck ruhe saal sache sammlung satz satzung schaden schein schicht schiff "
        + "schloss schluss schlussel schrift schritt schuld schule schul schulung schutz schwelle see sicherheit sicherung sitz sitzung software soldat "
        + "sonder sozial spannung spiel sport sprache staat stadt stand statistik stelle steuer stiftung stoff stopp strasse strom struktur stuck studie "
        + "stunde suche system tafel tag tages tarif tarifvertrag technik teil termin test text tier titel tor trager transport trink tur turm uber "
        + "uberwachung ubung umlage umsatz umsetzung umwelt unfall union unterhalt unterlage unternehmen unterricht urkunde urlaub urteil verband verbot "
        + "verbrauch verein vereinbarung verfahren verfugung vergabe vergleich vergutung verkauf verkehr vermogen verordnung versammlung versicherung "
        + "versorgung versuch vertrag vertreter verwaltung verzeichnis voll vorhaben vorlage vorschlag vorschrift vorsorge vorstand wahl wald waren warme "
        + "wasser wechsel weg wehr welle welt werbung werk werkstatt wert wesen wetter wettbewerb wind winter wirkung wirtschaft wissen woche wohn "
        + "wohnung zahl zahlung zeichen zeit zeitung zentrum zeugnis ziel zins zone zoll zug zugang zusammen zuschuss zustand zustandigkeit zuweisung "
        + "zuwendung zweck zweit";

    /// <summary>Gets the hashes of the stems of all words.</summary>
    public static readonly FrozenSet<ulong> Hashes = List.Split(' ')
        .Select(word => Encoding.ASCII.GetBytes(word))
        .SelectMany(word => new[] { Hash(word), Hash(word.AsSpan(0, GermanStem.Length(word))) })
        .ToFrozenSet();

    /// <summary>A hash that is made from the last letter to the first, so that all rests of a word come in one pass.</summary>
    public static ulong Hash(ReadOnlySpan<byte> word)
    {
        var hash = HashStart;
        for (var i = word.Length - 1; i >= 0; i--)
        {
            hash = HashStep(hash, word[i]);
        }

        return hash;
    }

    public static ulong HashStep(ulong hash, byte letter) => (hash ^ letter) * 1099511628211;
}
