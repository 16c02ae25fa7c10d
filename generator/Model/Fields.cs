using System.Collections.Immutable;

namespace Fachinfo.Model;

/// <summary>The tables of all keys that editors write. Reader, JSON schema, handbook and messages are made from them.</summary>
public static class Fields
{
    public static readonly Field Title = new("title", "titel", FieldShape.Text, "Die Überschrift.", "Werkstatt für kommunale Engagementstrategien")
    {
        IsRequired = true,
        Synonyms = ["überschrift"],
    };

    public static readonly Field Number = new("number", "nummer", FieldShape.Number, "Die Nummer in der Reihe; ohne Jahr gilt das Jahr des Datums.", "145/2024")
    {
        IsRequired = true,
        Synonyms = ["nr"],
    };

    public static readonly Field Date = new("date", "datum", FieldShape.Date, "Das Datum der Mitteilung; liegt es in der Zukunft, erscheint sie erst dann.", "20.02.2024") { IsRequired = true };

    public static readonly Field Rubric = new("rubric", "rubrik", FieldShape.TextList, "Die Rubrik, oder eine Liste davon; die erste ist die Heimat der Mitteilung.", "Recht, Personal, Organisation / Bürgerschaftliches Engagement")
    {
        IsRequired = true,
        Synonyms = ["rubrics", "rubriken"],
    };

    public static readonly Field FileReference = new("az", "az", FieldShape.TextList, "Das Aktenzeichen, so wie es geschrieben wird.", "13.0.70-001")
    {
        Synonyms = ["az.", "aktenzeichen", "reference", "file reference"],
    };

    public static readonly Field Summary = new("summary", "zusammenfassung", FieldShape.Text, "Ein bis zwei Sätze für Listen; sonst gilt der erste Absatz.", "Bis 1. März können sich Kommunen bewerben.")
    {
        Synonyms = ["kurztext", "description"],
    };

    public static readonly Field Deadline = new("deadline", "frist", FieldShape.Deadlines, "Eine Frist: ein Datum, ein Datum mit Text, oder eine Liste davon.", "{datum: 01.03.2024, text: Bewerbung}")
    {
        Synonyms = ["deadlines", "fristen"],
    };

    public static readonly Field Access = new("access", "zugang", FieldShape.Choice, "Wer es lesen darf: öffentlich, mitglieder, oder eine Gruppe aus site.yml.", "mitglieder")
    {
        Choices = [new("public", "öffentlich", "oeffentlich"), new("members", "mitglieder", "mitglied", "intern")],
    };

    public static readonly Field Teaser = new("teaser", "anriss", FieldShape.Choice, "Was von einer nicht öffentlichen Mitteilung öffentlich steht.", "titel")
    {
        Choices = [new("summary", "zusammenfassung"), new("title", "titel"), new("none", "nein", "keiner", "ohne", "kein", "no", "false")],
    };

    public static readonly Field Downloads = new("downloads", "anlagen", FieldShape.Downloads, "Dateien zur Mitteilung, jede mit eigenen Angaben.", "[{datei: bewerbung.pdf, titel: Bewerbungsbogen}]")
    {
        Synonyms = ["attachments", "anlage", "dateien", "download"],
    };

    public static readonly Field Contact = new("contact", "ansprechpartner", FieldShape.Contact, "Wer Fragen beantwortet.", "{name: Referat Recht, e-mail: recht@verband.example}")
    {
        Synonyms = ["kontakt", "ansprechpartnerin", "ansprechperson"],
    };

    public static readonly Field Related = new("related", "verwandt", FieldShape.TextList, "Mitteilungen, die dazugehören: Pfad oder Nummer.", "[../2023/077.md, Schnellbrief 12/2024]")
    {
        Synonyms = ["siehe", "siehe auch"],
    };

    public static readonly Field Updated = new("updated", "aktualisiert", FieldShape.Date, "Der Tag der letzten Berichtigung.", "22.02.2024")
    {
        Synonyms = ["geändert", "korrigiert", "modified"],
    };

    public static readonly Field Aliases = new("aliases", "aliase", FieldShape.TextList, "Frühere Adressen, von denen weitergeleitet wird.", "[/alte/adresse.html]")
    {
        Synonyms = ["alias", "weiterleitung"],
    };

    public static readonly Field Withdrawn = new("withdrawn", "zurückgezogen", FieldShape.Withdrawal, "Nimmt die Mitteilung zurück: Tag und Grund, oder nur der Tag.", "{datum: 01.05.2024, grund: Rechtslage geändert}")
    {
        Synonyms = ["zurueckgezogen"],
    };

    public static readonly Field Draft = new("draft", "entwurf", FieldShape.Switch, "ja: wird noch nicht veröffentlicht.", "ja");

    public static readonly Field Accept = new("accept", "hinnehmen", FieldShape.TextList, "Kennungen von Warnungen, die hier hingenommen werden.", "[MD004]");

    public static readonly FieldTable Notice = new(
        Title, Number, Date, Rubric, FileReference, Summary, Deadline, Access, Teaser, Downloads, Contact, Related, Updated, Aliases, Withdrawn, Draft, Accept);

    public static readonly FieldTable Page = new(Title, Summary, Access, Downloads, Contact, Updated, Aliases, Draft, Accept);

    public static readonly FieldTable Introduction = new(Title with { IsRequired = false }, Summary, Access, Downloads, Contact, Updated, Aliases, Draft, Accept);

    public static readonly Field DownloadFile = new("file", "datei", FieldShape.Text, "Die Datei, vom Ordner der Mitteilung aus.", "ews5/bewerbung.pdf");

    public static readonly Field DownloadUrl = new("url", "url", FieldShape.Text, "Statt einer Datei: eine Adresse anderswo.", "https://www.land.example/formular") { Synonyms = ["adresse", "link"] };

    public static readonly Field DownloadTitle = new("title", "titel", FieldShape.Text, "Der Name in der Liste; sonst der Dateiname.", "Bewerbungsunterlagen");

    public static readonly Field DownloadTeaser = new("teaser", "anriss", FieldShape.Choice, "titel: Der Titel steht öffentlich, auch wenn die Datei es nicht ist.", "titel")
    {
        Choices = [new("title", "titel"), new("none", "nein", "keiner", "ohne", "kein", "no", "false", "neutral")],
    };

    public static readonly Field DownloadDescription = new("description", "beschreibung", FieldShape.Text, "Ein Satz dazu, was die Datei enthält.", "Zum Ausfüllen am Bildschirm");

    public static readonly Field DownloadLicense = new("license", "lizenz", FieldShape.Text, "Unter welcher Lizenz die Datei steht.", "CC BY 4.0");

    public static readonly Field DownloadDate = new("date", "datum", FieldShape.Date, "Das Datum der Datei.", "19.02.2024");

    public static readonly FieldTable Download = new(
        DownloadFile, DownloadUrl, DownloadTitle, Access, DownloadTeaser, DownloadDescription, DownloadDate, DownloadLicense, Updated);

    public static readonly Field DeadlineDate = new("date", "datum", FieldShape.Date, "Der letzte Tag der Frist.", "01.03.2024") { IsRequired = true };

    public static readonly Field DeadlineLabel = new("label", "text", FieldShape.Text, "Was dann endet.", "Bewerbung") { Synonyms = ["titel", "title", "bezeichnung"] };

    public static readonly FieldTable DeadlineEntry = new(DeadlineDate, DeadlineLabel);

    public static readonly Field ContactName = new("name", "name", FieldShape.Text, "Name oder Referat.", "Referat Recht");

    public static readonly Field ContactEmail = new("email", "e-mail", FieldShape.Text, "E-Mail-Adresse.", "recht@verband.example") { Synonyms = ["mail"] };

    public static readonly Field ContactPhone = new("phone", "telefon", FieldShape.Text, "Telefonnummer.", "030 23125 100") { Synonyms = ["tel"] };

    public static readonly Field ContactAddress = new("address", "anschrift", FieldShape.Text, "Postanschrift.", "Rathausplatz 1, 12345 Musterstadt") { Synonyms = ["adresse"] };

    public static readonly FieldTable ContactEntry = new(ContactName, ContactEmail, ContactPhone, ContactAddress);

    public static readonly Field WithdrawalDate = new("date", "datum", FieldShape.Date, "Der Tag der Rücknahme.", "01.05.2024") { IsRequired = true };

    public static readonly Field WithdrawalReason = new("reason", "grund", FieldShape.Text, "Warum; steht öffentlich.", "Die Rechtslage hat sich geändert.");

    public static readonly FieldTable WithdrawalEntry = new(WithdrawalDate, WithdrawalReason);

    public static readonly Field SiteTitle = new("title", "titel", FieldShape.Text, "Der Name der Website.", "Städteverbund Beispielland") { IsRequired = true };

    public static readonly Field BaseUrl = new("baseUrl", "baseUrl", FieldShape.Text, "Die Adresse, unter der die Website zu finden sein wird.", "https://www.verband.example")
    {
        IsRequired = true,
        Synonyms = ["basisadresse", "base_url", "base-url"],
    };

    public static readonly Field Language = new("language", "sprache", FieldShape.Text, "Die Sprache der Website.", "de");

    public static readonly Field SiteDescription = new("description", "beschreibung", FieldShape.Text, "Ein Satz, wofür die Website da ist.", "Fachinformationen für Städte und Gemeinden");

    public static readonly Field Publisher = new("publisher", "herausgeber", FieldShape.Contact, "Wer die Website herausgibt.", "{name: Städteverbund Beispielland}");

    public static readonly Field Series = new("series", "reihen", FieldShape.MapList, "Die Reihen; ohne Angabe gibt es nur Mitteilungen.", "[{id: mitteilungen, bezeichnung: Mitteilung}]");

    public static readonly Field Feeds = new("feeds", "feeds", FieldShape.Map, "Einstellungen der Feeds.", "{einträge: 50}");

    public static readonly Field Report = new("report", "melden", FieldShape.Map, "Wohin Hinweise auf Dateien gehen.", "{e-mail: hinweise@verband.example}");

    public static readonly Field SiteAccess = new("access", "zugang", FieldShape.Map, "Der Mitgliederbereich.", "{schutz: versiegelt, gruppen: [mitglieder]}");

    public static readonly Field OParl = new("oparl", "oparl", FieldShape.Switch, "ja: Das Ratsarchiv gibt es auch als OParl-Schnittstelle unter /oparl/.", "ja");

    public static readonly FieldTable Site = new(SiteTitle, BaseUrl, Language, SiteDescription, Publisher, Series, Feeds, Report, SiteAccess, OParl);

    public static readonly Field SeriesId = new("id", "id", FieldShape.Text, "Ordner und Adresse der Reihe.", "mitteilungen") { IsRequired = true, Synonyms = ["kennung"] };

    public static readonly Field SeriesLabel = new("label", "bezeichnung", FieldShape.Text, "Wie eine einzelne heißt.", "Mitteilung") { Synonyms = ["name"] };

    public static readonly Field SeriesPlural = new("plural", "mehrzahl", FieldShape.Text, "Wie alle zusammen heißen.", "Mitteilungen");

    public static readonly Field SeriesCitation = new("citation", "zitat", FieldShape.Text, "Wie sie zitiert wird.", "StGB NRW-Mitteilung");

    public static readonly FieldTable SeriesEntry = new(SeriesId, SeriesLabel, SeriesPlural, SeriesCitation);

    public static readonly Field FeedItems = new("items", "einträge", FieldShape.Integer, "Wie viele Einträge ein Feed hat.", "50");

    public static readonly Field FeedId = new("id", "kennung", FieldShape.Text, "Woraus die Kennungen der Einträge entstehen; nach einer Umbenennung der Website ihr früherer Titel.", "Städteverbund Beispielland");

    public static readonly FieldTable FeedsEntry = new(FeedItems, FeedId);

    public static readonly Field ReportForm = new("form", "formular", FieldShape.Text, "Die Adresse eines Formulars, oder netlify.", "https://www.verband.example/melden");

    public static readonly FieldTable ReportEntry = new(ContactEmail, ReportForm);

    public static readonly Field Protection = new("protection", "schutz", FieldShape.Choice, "Wie der Mitgliederbereich geschützt wird.", "versiegelt")
    {
        Choices = [new("sealed", "versiegelt"), new("host", "server"), new("both", "beides")],
    };

    public static readonly Field Host = new("host", "server", FieldShape.Choice, "Welcher Server die Rollen prüft.", "netlify")
    {
        Choices = [new("netlify"), new("nginx"), new("apache")],
    };

    public static readonly Field Audiences = new("audiences", "gruppen", FieldShape.TextList, "Die Gruppen neben der Öffentlichkeit.", "[mitglieder, sozialausschuss]");

    public static readonly Field AccessRequired = new("required", "pflicht", FieldShape.Switch, "ja: Ohne Geheimnis wird nicht gebaut.", "ja");

    public static readonly Field SourcesArePublic = new("sourcesArePublic", "quellenSindÖffentlich", FieldShape.Switch, "ja: Die Texte für Mitglieder dürfen in einem öffentlichen Repositorium liegen.", "nein");

    public static readonly FieldTable AccessEntry = new(Protection, Host, Audiences, AccessRequired, SourcesArePublic);

    public static readonly Field RubricSlug = new("slug", "adressteil", FieldShape.Text, "Der Teil der Adresse; sonst aus dem Titel.", "recht") { Synonyms = ["adresse"] };

    public static readonly Field RubricDescription = new("description", "beschreibung", FieldShape.Text, "Ein Satz, worum es geht.", "Verfassung, Dienstrecht und Ehrenamt");

    public static readonly Field RubricChildren = new("children", "unterrubriken", FieldShape.MapList, "Die Unterrubriken.", "[{titel: Ehrenamt}]") { Synonyms = ["rubriken", "kinder"] };

    public static readonly FieldTable RubricEntry = new(RubricSlug, Title, Aliases, RubricDescription, RubricChildren);

    public static readonly Field RosterCheck = new("check", "check", FieldShape.Text, "Prüfwert des Geheimnisses; schreibt fachinfo members.", "0123456789abcdef");

    public static readonly Field RosterAudiences = new("audiences", "gruppen", FieldShape.MapList, "Zeitraum und Prüfwert jeder Gruppe; schreibt fachinfo members.", "[]");

    public static readonly Field RosterMembers = new("members", "mitglieder", FieldShape.MapList, "Die Mitglieder.", "[]");

    public static readonly FieldTable Roster = new(RosterCheck, RosterAudiences, RosterMembers);

    public static readonly Field RosterId = new("id", "id", FieldShape.Text, "Kennung aus Kleinbuchstaben, Ziffern und Bindestrichen.", "beispielstadt") { IsRequired = true };

    public static readonly Field RosterPeriod = new("period", "zeitraum", FieldShape.Text, "Schreibt fachinfo members.", "2026-11-23-0123456789abcdef") { IsRequired = true };

    public static readonly Field RosterHash = new("roster", "roster", FieldShape.Text, "Schreibt fachinfo members.", "0123456789abcdef") { IsRequired = true };

    public static readonly FieldTable RosterAudience = new(RosterId, RosterPeriod, RosterHash);

    public static readonly Field RosterName = new("name", "name", FieldShape.Text, "Name der Organisation, nicht einer Person.", "Stadt Beispielstadt") { IsRequired = true };

    public static readonly Field RosterEntitled = new("audiences", "gruppen", FieldShape.TextList, "Wozu das Mitglied gehört.", "[members]");

    public static readonly Field RosterSerial = new("serial", "nummer", FieldShape.Text, "Schreibt fachinfo members.", "0123456789abcdef") { IsRequired = true };

    public static readonly Field RosterRevoked = new("revoked", "gesperrt", FieldShape.TextList, "Gesperrte Codes; schreibt fachinfo members.", "[]");

    public static readonly Field RosterRemoved = new("removed", "ausgeschieden", FieldShape.Date, "Seit wann es kein Mitglied mehr ist.", "2026-11-01");

    public static readonly FieldTable RosterMember = new(RosterId, RosterName, RosterEntitled, RosterSerial, RosterRevoked, RosterRemoved);

    /// <summary>Gets values of a switch: true and false in the spellings that editors use.</summary>
    public static readonly ImmutableArray<Choice> SwitchValues = [new("true", "ja", "yes", "wahr", "on"), new("false", "nein", "no", "falsch", "off")];
}
