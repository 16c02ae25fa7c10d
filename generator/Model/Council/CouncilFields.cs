namespace Fachinfo.Model.Council;

/// <summary>The tables of all keys in the council archive; names as in OParl 1.1, with their German words.</summary>
public static class CouncilFields
{
    public static readonly Field Name = new("name", "name", FieldShape.Text, "Der volle Name.", "Ausschuss für Kultur und Wirtschaftsförderung") { IsRequired = true, Synonyms = ["titel", "title", "bezeichnung"] };

    public static readonly Field BodyName = Name with { Example = "Stadt Jülich" };

    public static readonly Field TermName = Name with { Description = "Die Bezeichnung.", Example = "10. Wahlperiode" };

    public static readonly Field PersonName = Name with { Example = "Erika Muster" };

    public static readonly Field ShortName = new("shortName", "kurzname", FieldShape.Text, "Der kurze Name für Überschriften und Listen.", "Jülich") { Synonyms = ["kurzbezeichnung", "abkürzung"] };

    public static readonly Field RecordId = new("id", "id", FieldShape.Text, "Die Kennung im System, aus dem der Eintrag stammt; bei OParl die Adresse.", "https://ris.stadt.example/oparl/paper/4711") { Synonyms = ["kennung", "oparlId"] };

    public static readonly Field Created = new("created", "erstellt", FieldShape.DateTime, "Wann der Eintrag im Herkunftssystem angelegt wurde.", "04.10.2017 09:12");

    public static readonly Field Modified = new("modified", "geändert", FieldShape.DateTime, "Wann der Eintrag im Herkunftssystem zuletzt geändert wurde.", "05.10.2017 14:30") { Synonyms = ["geaendert"] };

    public static readonly Field Website = new("website", "internetseite", FieldShape.Text, "Die Adresse der Internetseite.", "https://www.stadt.example") { Synonyms = ["web", "homepage"] };

    public static readonly Field Start = new("startDate", "von", FieldShape.Date, "Der erste Tag.", "01.06.2014") { Synonyms = ["start", "beginn", "seit"] };

    public static readonly Field End = new("endDate", "bis", FieldShape.Date, "Der letzte Tag.", "31.10.2020") { Synonyms = ["end", "ende"] };

    public static readonly Field Description = new("description", "beschreibung", FieldShape.Text, "Ein Satz dazu.", "Berät über Kultur, Märkte und Stadtmarketing.");

    public static readonly Field Visibility = new("visibility", "zugang", FieldShape.Choice, "Wer es sehen darf: öffentlich, mitglieder oder nichtöffentlich. Ohne Angabe wird nicht gebaut.", "öffentlich")
    {
        IsRequired = true,
        Synonyms = ["access", "sichtbarkeit"],
        Choices = [new("public", "öffentlich", "oeffentlich"), new("members", "mitglieder", "mitglied", "intern"), new("nonpublic", "nichtöffentlich", "nicht öffentlich", "nicht-öffentlich", "nichtoeffentlich")],
    };

    public static readonly Field Organization = new("organization", "gremium", FieldShape.Text, "Das Gremium: Adressteil, Kurzname, Name oder Kennung aus gremien.yml.", "kultur") { IsRequired = true, Synonyms = ["gremien", "ausschuss"] };

    public static readonly Field Files = new("files", "dateien", FieldShape.MapList, "Die Dateien, jede mit eigenen Angaben.", "[{datei: 325-2017.pdf, zugang: öffentlich}]") { Synonyms = ["anlagen", "downloads", "file", "auxiliaryFile"] };

    public static readonly Field Result = new("result", "ergebnis", FieldShape.Text, "Was herausgekommen ist.", "einstimmig beschlossen");

    // kommune.yml
    public static readonly Field Ags = new("ags", "ags", FieldShape.Text, "Der Amtliche Gemeindeschlüssel, acht Ziffern, in Anführungszeichen.", "\"05358024\"");

    public static readonly Field License = new("license", "lizenz", FieldShape.Text, "Die Adresse der Lizenz, die für alle Daten gilt.", "https://www.govdata.de/dl-de/zero-2-0");

    public static readonly Field IsFrozen = new("frozen", "eingefroren", FieldShape.Switch, "ja: Das Archiv wird nicht mehr aktualisiert.", "ja") { Synonyms = ["abgeschlossen", "eingestellt"] };

    public static readonly Field Origin = new("origin", "herkunft", FieldShape.Text, "Woher die Daten stammen: die Adresse des Servers oder Systems.", "https://ris.stadt.example/oparl/system") { Synonyms = ["quelle", "source"] };

    public static readonly Field LegislativeTerms = new("legislativeTerms", "wahlperioden", FieldShape.MapList, "Die Wahlperioden.", "[{name: 10. Wahlperiode, von: 01.11.2020, bis: 31.10.2025}]") { Synonyms = ["legislativeTerm", "wahlperiode"] };

    /// <remarks>"Geändert" is a synonym of "aktualisiert" too; here it is the time of the record, so that stands first.</remarks>
    public static readonly FieldTable Body = new(
        BodyName, ShortName, Ags, Website, License, Fields.Contact, IsFrozen, Modified, Fields.Updated, Origin, LegislativeTerms, RecordId, Created);

    public static readonly FieldTable LegislativeTerm = new(TermName, Start, End, RecordId, Created, Modified);

    // gremien.yml
    public static readonly Field Slug = new("slug", "adressteil", FieldShape.Text, "Der Teil der Adresse; sonst aus Kurzname oder Name. Bitte nicht mehr ändern.", "kultur");

    public static readonly Field OrganizationType = new("type", "art", FieldShape.Choice, "Was für ein Gremium es ist.", "ausschuss")
    {
        Synonyms = ["organizationType", "typ"],
        Choices =
        [
            new("council", "rat", "stadtrat", "gemeinderat", "kreistag", "vertretung"), new("committee", "ausschuss", "gremium"),
            new("faction", "fraktion", "gruppe"), new("advisory", "beirat"), new("department", "amt", "verwaltung", "fachbereich", "dezernat"), new("other", "sonstiges", "sonstige"),
        ],
    };

    public static readonly FieldTable OrganizationTable = new(
        Name, ShortName, Slug, OrganizationType, Start, End, Description, Website, Fields.Withdrawn, RecordId, Created, Modified);

    // personen.yml
    public static readonly Field FormOfAddress = new("formOfAddress", "anrede", FieldShape.Text, "Die Anrede.", "Frau");

    public static readonly Field GivenName = new("givenName", "vorname", FieldShape.Text, "Der Vorname.", "Erika");

    public static readonly Field FamilyName = new("familyName", "nachname", FieldShape.Text, "Der Nachname.", "Muster") { Synonyms = ["familienname"] };

    public static readonly Field Memberships = new("memberships", "mitgliedschaften", FieldShape.MapList, "In welchen Gremien die Person ist oder war.", "[{gremium: kultur, rolle: Vorsitz}]") { Synonyms = ["membership", "mitgliedschaft"] };

    public static readonly FieldTable Person = new(
        PersonName, Slug, FormOfAddress, GivenName, FamilyName, Memberships, Fields.Withdrawn, RecordId, Created, Modified);

    public static readonly Field Role = new("role", "rolle", FieldShape.Text, "Die Rolle: im Gremium, oder die der Beratung.", "Vorberatung") { Synonyms = ["funktion"] };

    public static readonly Field HasVote = new("votingRight", "stimmrecht", FieldShape.Switch, "ja: stimmberechtigt.", "ja");

    public static readonly FieldTable Membership = new(Organization, Role, HasVote, Start, End, RecordId, Created, Modified);

    // vorlagen/<year>/*.md
    public static readonly Field Reference = new("reference", "nummer", FieldShape.Text, "Die Vorlagennummer, so wie sie geschrieben wird. Fehlt sie, muss „id“ angegeben sein.", "325/2017") { Synonyms = ["vorlagennummer", "vorlagen-nr", "drucksache", "nr", "number"] };

    public static readonly Field PaperType = new("paperType", "art", FieldShape.Text, "Beschlussvorlage, Mitteilung, Antrag, Anfrage …", "Mitteilung") { Synonyms = ["typ", "type"] };

    public static readonly Field Date = new("date", "datum", FieldShape.Date, "Das Datum.", "04.10.2017");

    public static readonly Field Department = new("department", "amt", FieldShape.Text, "Das Amt, das die Vorlage geschrieben hat.", "Amt 12") { Synonyms = ["fachbereich", "dienststelle"] };

    public static readonly Field UnderDirectionOf = new("underDirectionOf", "federführung", FieldShape.TextList, "Die federführenden Gremien oder Ämter aus gremien.yml.", "[kultur]") { Synonyms = ["federfuehrung", "federführend"] };

    public static readonly Field Originators = new("originatorOrganization", "urheber", FieldShape.TextList, "Von wem die Vorlage kommt, zum Beispiel eine Fraktion aus gremien.yml.", "[buergerliste]") { Synonyms = ["antragsteller"] };

    public static readonly Field Consultations = new("consultations", "beratungen", FieldShape.MapList, "Die Beratungsfolge, in ihrer Reihenfolge.", "[{gremium: kultur, datum: 19.10.2017, top: \"5\", rolle: Kenntnisnahme}]") { Synonyms = ["consultation", "beratungsfolge", "beratung"] };

    public static readonly FieldTable Paper = new(
        Fields.Title, Reference, PaperType, Date, Department, Fields.FileReference, Visibility, UnderDirectionOf, Originators, Consultations, Files,
        Fields.Related, Fields.Aliases, Fields.Withdrawn, Fields.Accept, RecordId, Created, Modified);

    public static readonly Field Meeting = new("meeting", "sitzung", FieldShape.Text, "Die Sitzung, falls Gremium und Tag sie nicht nennen: Adressteil, Pfad oder Kennung.", "2017-10-19-kultur");

    public static readonly Field AgendaNumber = new("agendaItem", "top", FieldShape.Text, "Die Nummer auf der Tagesordnung.", "\"5\"") { Synonyms = ["number", "nummer", "tagesordnungspunkt"] };

    public static readonly Field IsAuthoritative = new("authoritative", "maßgeblich", FieldShape.Switch, "ja: Hier wird entschieden.", "ja") { Synonyms = ["massgeblich"] };

    public static readonly FieldTable Consultation = new(
        Organization, Date, Meeting, AgendaNumber, Role, Result, IsAuthoritative, RecordId, Created, Modified);

    // dateien
    public static readonly Field File = new("file", "datei", FieldShape.Text, "Die Datei, vom Ordner dieses Textes aus.", "325-2017.pdf");

    public static readonly Field Url = new("url", "url", FieldShape.Text, "Wo die Datei anderswo liegt.", "https://ris.stadt.example/datei/4711") { Synonyms = ["accessUrl", "link"] };

    public static readonly Field FileTitle = new("title", "titel", FieldShape.Text, "Der Name in der Liste; sonst der Dateiname.", "Mitteilung 325/2017") { Synonyms = ["name"] };

    public static readonly Field FileName = new("fileName", "dateiname", FieldShape.Text, "Der Dateiname, wenn die Datei selbst nicht hier liegt.", "mitteilung.pdf");

    public static readonly Field FileRoleField = new("role", "rolle", FieldShape.Choice, "Was die Datei ist; ohne Angabe eine Anlage.", "hauptdatei")
    {
        Choices =
        [
            new("attachment", "anlage", "auxiliaryFile"), new("main", "hauptdatei", "mainFile"), new("invitation", "einladung"),
            new("resultsProtocol", "niederschrift", "protokoll"), new("verbatimProtocol", "wortprotokoll"), new("resolution", "beschluss", "resolutionFile"),
        ],
    };

    public static readonly Field FileLicense = new("fileLicense", "lizenz", FieldShape.Text, "Die Lizenz dieser Datei.", "CC BY 4.0") { Synonyms = ["license"] };

    public static readonly Field MimeType = new("mimeType", "mimetyp", FieldShape.Text, "Der Typ, wenn die Datei selbst nicht hier liegt.", "application/pdf");

    public static readonly Field Size = new("size", "größe", FieldShape.Integer, "Die Größe in Byte, wenn die Datei selbst nicht hier liegt.", "92160") { Synonyms = ["groesse"] };

    public static readonly Field FileText = new("text", "textdatei", FieldShape.Text, "Die Datei mit dem Inhalt als Text; sonst <datei>.inhalt.txt daneben.", "325-2017.pdf.inhalt.txt");

    public static readonly FieldTable FileTable = new(
        File, Url, FileTitle, FileName, FileRoleField, Visibility, Date, FileLicense, MimeType, Size, FileText, Fields.Withdrawn, RecordId, Created, Modified);

    // sitzungen/<year>/*.md
    public static readonly Field MeetingOrganization = Organization with { Shape = FieldShape.TextList, Description = "Das Gremium, oder eine Liste davon; das erste steht in der Adresse." };

    public static readonly Field MeetingStart = new("start", "beginn", FieldShape.DateTime, "Tag und Uhrzeit des Beginns.", "19.10.2017 18:00") { IsRequired = true, Synonyms = ["datum", "date"] };

    public static readonly Field MeetingEnd = new("end", "ende", FieldShape.DateTime, "Tag und Uhrzeit des Endes.", "19.10.2017 20:15");

    public static readonly Field Location = new("location", "ort", FieldShape.Map, "Wo getagt wird: ein Text, oder Angaben einzeln.", "Neues Rathaus, Großer Sitzungssaal");

    public static readonly Field IsCancelled = new("cancelled", "abgesagt", FieldShape.Switch, "ja: Die Sitzung fällt aus.", "ja");

    public static readonly Field Agenda = new("agenda", "tagesordnung", FieldShape.MapList, "Die Tagesordnungspunkte in ihrer Reihenfolge.", "[{top: \"1\", titel: Einwohnerfragestunde, zugang: öffentlich}]") { Synonyms = ["agendaItem", "agendaItems"] };

    public static readonly Field MeetingName = Name with { IsRequired = false, Example = "21. Sitzung des Rates" };

    public static readonly Field MeetingVisibility = Visibility with { IsRequired = false, Description = "Ob die Sitzung als Ganze öffentlich bekannt ist; ohne Angabe ja." };

    public static readonly FieldTable MeetingTable = new(
        MeetingName, MeetingOrganization, MeetingStart, MeetingEnd, Location, IsCancelled, MeetingVisibility, Agenda,
        Files, Fields.Aliases, Fields.Withdrawn, Fields.Accept, RecordId, Created, Modified);

    public static readonly Field Number = new("number", "top", FieldShape.Text, "Die Nummer, so wie sie geschrieben wird.", "\"5.1\"") { Synonyms = ["nummer", "nr"] };

    public static readonly Field Teaser = new("teaser", "anriss", FieldShape.Choice, "titel: Der Titel darf öffentlich stehen, auch wenn der Punkt nicht öffentlich ist.", "titel")
    {
        Choices = [new("title", "titel"), new("none", "nein", "keiner", "ohne", "kein", "no", "false")],
    };

    public static readonly Field AgendaPaper = new("paper", "vorlage", FieldShape.Text, "Die Vorlage: Nummer, Pfad oder Kennung.", "325/2017");

    public static readonly Field Resolution = new("resolutionText", "beschluss", FieldShape.Text, "Der Wortlaut des Beschlusses.", "Der Rat nimmt die Mitteilung zur Kenntnis.") { Synonyms = ["resolution", "beschlusstext"] };

    public static readonly FieldTable AgendaItem = new(
        Number, Fields.Title, Visibility, Teaser, AgendaPaper, Result, Resolution, Files, RecordId, Created, Modified);

    public static readonly Field PlaceDescription = new("description", "beschreibung", FieldShape.Text, "Der Ort als Text.", "Neues Rathaus, Großer Sitzungssaal") { Synonyms = ["name"] };

    public static readonly Field Room = new("room", "raum", FieldShape.Text, "Der Raum.", "Großer Sitzungssaal");

    public static readonly Field Street = new("streetAddress", "straße", FieldShape.Text, "Straße und Hausnummer.", "Marktstraße 1") { Synonyms = ["strasse"] };

    public static readonly Field PostalCode = new("postalCode", "plz", FieldShape.Text, "Die Postleitzahl.", "\"52428\"") { Synonyms = ["postleitzahl"] };

    public static readonly Field Locality = new("locality", "gemeinde", FieldShape.Text, "Der Ort.", "Jülich") { Synonyms = ["stadt", "ort"] };

    public static readonly FieldTable LocationTable = new(PlaceDescription, Room, Street, PostalCode, Locality);
}
