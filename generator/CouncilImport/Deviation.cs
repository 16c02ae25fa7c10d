namespace Fachinfo.CouncilImport;

/// <summary>A way in which a server differs from the specification: one row of the table at the end of an import.</summary>
/// <param name="Name">What was found, in German.</param>
/// <param name="Remedy">What the import does about it.</param>
public sealed record Deviation(string Name, string Remedy);

/// <summary>All deviations that an import knows; each was seen on a real server.</summary>
public static class Deviations
{
    // JSON and transport
    public static readonly Deviation ControlCharacters = new("Steuerzeichen im JSON", "ersetzt");
    public static readonly Deviation ByteOrderMark = new("Byte-Order-Mark vor dem JSON", "übergangen");
    public static readonly Deviation BareArray = new("Liste ohne „data“, nur ein Array", "gelesen");
    public static readonly Deviation EmptyAnswer404 = new("Leere Liste als Fehler 404", "als leer gelesen");
    public static readonly Deviation ErrorAs200 = new("Fehlermeldung mit Status 200", "als Fehler behandelt");
    public static readonly Deviation NextLoops = new("„next“ führt im Kreis", "dort beendet");
    public static readonly Deviation FilterDropped = new("Filter fehlt in „next“", "wieder angefügt");
    public static readonly Deviation FilterIgnored = new("Filter wird nicht beachtet", "hier gefiltert");
    public static readonly Deviation IdUnlikeUrl = new("„id“ anders als die Adresse", "beide gelten");
    public static readonly Deviation DeadHost = new("„id“ auf einem anderen Server", "Abruf vom angegebenen Server");

    // Shape of objects
    public static readonly Deviation Version10 = new("OParl 1.0", "gelesen");
    public static readonly Deviation TypeMissing = new("Objekt ohne „type“", "aus dem Zusammenhang ergänzt");
    public static readonly Deviation TombstoneWithoutType = new("Gelöschtes ohne „type“", "an der Kennung erkannt");
    public static readonly Deviation TombstoneEmptyFields = new("Gelöschtes mit leeren Feldern", "Felder übergangen");
    public static readonly Deviation ObjectForArray = new("Objekt statt Liste", "als Liste gelesen");
    public static readonly Deviation NullInArray = new("Liste mit null darin", "übergangen");
    public static readonly Deviation PluralKey = new("Feldname im Plural", "gelesen");
    public static readonly Deviation WrongJsonType = new("Zahl, Text oder Wahrheitswert vertauscht", "umgewandelt");
    public static readonly Deviation MissingId = new("Eingebettetes Objekt ohne „id“", "ohne Kennung übernommen");

    // Values
    public static readonly Deviation Placeholder = new("Platzhalter wie „N/A“ oder Leerzeichen", "wie keine Angabe");
    public static readonly Deviation Whitespace = new("Umbrüche oder Leerzeichen in Namen", "geglättet");
    public static readonly Deviation Mojibake = new("Verdrehte Umlaute", "berichtigt");
    public static readonly Deviation HtmlEntity = new("HTML-Zeichen wie &uuml;", "aufgelöst");
    public static readonly Deviation TooLong = new("Überlanger Text", "gekürzt");
    public static readonly Deviation DateAsTime = new("Zeitpunkt statt Datum", "Tag übernommen");
    public static readonly Deviation TimeForm = new("Zeitangabe in anderer Form", "umgewandelt");
    public static readonly Deviation InvalidDate = new("Unlesbares Datum", "weggelassen");
    public static readonly Deviation ModifiedBeforeCreated = new("„modified“ vor „created“", "getauscht");
    public static readonly Deviation MidnightStamp = new("„created“ und „modified“ sind Mitternacht von heute", "weggelassen");
    public static readonly Deviation BulkModified = new("Viele Objekte mit demselben „modified“", "übernommen; --since ist hier nicht verlässlich");
    public static readonly Deviation AgsShort = new("Gemeindeschlüssel mit sieben Ziffern", "führende Null ergänzt");
    public static readonly Deviation LicenseProse = new("Lizenz als Fließtext", "Adresse ergänzt, wo sie eindeutig ist");
    public static readonly Deviation SwappedCoordinates = new("Breite und Länge vertauscht", "gezählt; Koordinaten werden nicht übernommen");
    public static readonly Deviation MimeShort = new("MIME-Typ wie „pdf“", "ergänzt");
    public static readonly Deviation MimeOctet = new("application/octetstream", "aus dem Dateinamen bestimmt");
    public static readonly Deviation FileNameIsTitle = new("Dateiname wie „Art (Titel)“", "als Titel übernommen");

    // Meetings and papers
    public static readonly Deviation MidnightEnd = new("Folgende Mitternacht als Sitzungsende", "weggelassen");
    public static readonly Deviation OrderFromOne = new("„order“ beginnt bei 1", "neu gezählt");
    public static readonly Deviation OrderLarge = new("„order“ sehr groß", "nur zum Sortieren verwendet");
    public static readonly Deviation OrderUnusable = new("„order“ fehlt oder ist doppelt", "Reihenfolge der Liste gilt");
    public static readonly Deviation PublicMissing = new("Tagesordnungspunkt ohne „public“", "siehe Sichtbarkeit");
    public static readonly Deviation PseudoItem = new("Überschrift als Tagesordnungspunkt", "als Trennung gelesen");
    public static readonly Deviation NumbersRestart = new("Nummern beginnen von vorn", "übernommen");
    public static readonly Deviation ClosedByName = new("Sichtbarkeit nur im Namen der Sitzung", "alle Punkte nichtöffentlich");
    public static readonly Deviation RoleMissing = new("Beratung ohne Rolle", "ohne Rolle übernommen");
    public static readonly Deviation ResultProse = new("Ergebnis als freier Text", "wörtlich übernommen");
    public static readonly Deviation MainFileMissing = new("„mainFile“ fehlt", "ergänzt, wenn es nur eine Datei gibt");
    public static readonly Deviation NameMissing = new("Objekt ohne Namen", "Nummer oder Art übernommen");
    public static readonly Deviation OrganizationFromMeeting = new("Beratung ohne Gremium", "von der Sitzung übernommen");
}
