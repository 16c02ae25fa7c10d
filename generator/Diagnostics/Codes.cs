using System.Reflection;

namespace Fachinfo.Diagnostics;

/// <summary>The catalogue of all findings. Printed by <c>fachinfo inspect codes</c>; the handbook is made from it.</summary>
/// <remarks>Areas: SF source files, FM front matter, SI site configuration, RU rubrics, MD Markdown, LK links, NO notices, DL downloads, PG pages, TH theme, MB members' area, LE leaks, OU output, AD addresses, CO council archive.</remarks>
public static class Codes
{
    // Source files
    public static readonly DiagnosticCode NotUtf8 = new("SF001", Severity.Error, "Die Datei ist nicht in UTF-8 gespeichert (erstes fehlerhaftes Byte an Stelle {0}).", "Speichern Sie sie mit der Kodierung UTF-8.");
    public static readonly DiagnosticCode FileTooLarge = new("SF002", Severity.Error, "Die Datei ist {0} groß; erlaubt sind höchstens {1}.", "Legen Sie große Inhalte als Download neben die Mitteilung.");
    public static readonly DiagnosticCode EmptyFile = new("SF003", Severity.Error, "Die Datei ist leer.", "Schreiben Sie Kopf und Text hinein, oder löschen Sie sie.");
    public static readonly DiagnosticCode LinkLeavesContent = new("SF004", Severity.Error, "Die symbolische Verknüpfung zeigt auf „{0}“, {1}.", "Legen Sie die Datei selbst in den Inhaltsordner.");
    public static readonly DiagnosticCode CaseCollision = new("SF005", Severity.Error, "Der Pfad unterscheidet sich von „{0}“ nur in Groß- und Kleinschreibung oder in der Schreibweise der Umlaute.", "Benennen Sie eine der beiden Dateien um; auf manchen Rechnern wären beide dieselbe.");
    public static readonly DiagnosticCode UnusedFile = new("SF006", Severity.Warning, "Die Datei liegt an einer Stelle, an der nichts gelesen wird.", "Erwartet werden Mitteilungen unter „<Reihe>/<Jahr>/“, Seiten unter „seiten/“, Rubriktexte unter „fachinformationen/<Rubrik>/index.md“, Vorlagen und Sitzungen unter „ratsarchiv/<Kommune>/vorlagen/“ und „…/sitzungen/“.");
    public static readonly DiagnosticCode Unreadable = new("SF007", Severity.Error, "Die Datei kann nicht gelesen werden: {0}.", "Prüfen Sie, ob sie noch da ist, und die Zugriffsrechte.");

    // Front matter and YAML
    public static readonly DiagnosticCode FrontMatterMissing = new("FM001", Severity.Error, "Der Kopf fehlt: Die Datei beginnt nicht mit einer Zeile „---“.", "Beginnen Sie mit „---“, den Feldern und wieder „---“.");
    public static readonly DiagnosticCode FrontMatterNotClosed = new("FM002", Severity.Error, "Der Kopf ist nicht abgeschlossen: Die zweite Zeile „---“ fehlt.", "Setzen Sie „---“ unter das letzte Feld.");
    public static readonly DiagnosticCode FrontMatterEmpty = new("FM003", Severity.Error, "Der Kopf ist leer.", "Tragen Sie mindestens die Pflichtfelder ein.");
    public static readonly DiagnosticCode YamlSyntax = new("FM004", Severity.Error, "Der Kopf oder die Datei ist kein gültiges YAML: {0}.", "Häufige Ursachen sind ein Doppelpunkt im Text (dann den Wert in Anführungszeichen setzen) oder eine falsche Einrückung.");
    public static readonly DiagnosticCode YamlAnchor = new("FM005", Severity.Error, "Anker und Verweise (& und *) sind hier nicht erlaubt.", "Schreiben Sie den Wert aus.");
    public static readonly DiagnosticCode YamlTag = new("FM006", Severity.Error, "YAML-Typangaben („{0}“) sind hier nicht erlaubt.", "Lassen Sie die Angabe weg; Text mit „!“ am Anfang gehört in Anführungszeichen.");
    public static readonly DiagnosticCode DuplicateKey = new("FM007", Severity.Error, "Das Feld „{0}“ steht zweimal da (zuerst in Zeile {1}).", "Löschen Sie eines von beiden.");
    public static readonly DiagnosticCode FrontMatterTooLarge = new("FM008", Severity.Error, "Der Kopf ist größer als {0}.", "Längerer Text gehört unter den Kopf.");
    public static readonly DiagnosticCode YamlTooDeep = new("FM009", Severity.Error, "Die Angaben sind tiefer als {0} Ebenen verschachtelt.", "Vereinfachen Sie die Angaben.");
    public static readonly DiagnosticCode UnknownKey = new("FM010", Severity.Warning, "Das Feld „{0}“ ist unbekannt und bleibt ohne Wirkung.", "{1}");
    public static readonly DiagnosticCode RequiredMissing = new("FM011", Severity.Error, "Das Pflichtfeld „{0}“ fehlt oder ist leer.", "Tragen Sie es ein, zum Beispiel: {1}");
    public static readonly DiagnosticCode WrongShape = new("FM012", Severity.Error, "Das Feld „{0}“ enthält {1}; erwartet wird {2}.", "Beispiel: {3}");
    public static readonly DiagnosticCode InvalidDate = new("FM013", Severity.Error, "Das Feld „{0}“ enthält „{1}“; erwartet wird ein Datum der Jahre 1900 bis 2200, das es gibt.", "Schreiben Sie es als 20.02.2024 oder 2024-02-20.");
    public static readonly DiagnosticCode InvalidNumber = new("FM014", Severity.Error, "Das Feld „{0}“ enthält „{1}“; erwartet wird eine laufende Nummer.", "Schreiben Sie 145/2024, oder 145 (das Jahr kommt dann aus dem Datum).");
    public static readonly DiagnosticCode InvalidChoice = new("FM015", Severity.Error, "Das Feld „{0}“ enthält „{1}“; möglich sind: {2}.", "Wählen Sie einen dieser Werte.");
    public static readonly DiagnosticCode TitleTooLong = new("FM016", Severity.Warning, "Der Titel hat {0} Zeichen; über {1} wird er in Listen und Suchergebnissen abgeschnitten.", "Kürzen Sie ihn; Einzelheiten gehören in die Zusammenfassung.");
    public static readonly DiagnosticCode InvalidAddress = new("FM017", Severity.Error, "Das Feld „{0}“ enthält „{1}“; erwartet wird {2}.", "Beispiel: {3}");
    public static readonly DiagnosticCode KeyWithoutValue = new("FM018", Severity.Warning, "Das Feld „{0}“ hat keinen Wert.", "Tragen Sie einen ein, oder löschen Sie die Zeile.");
    public static readonly DiagnosticCode InvalidTime = new("FM019", Severity.Error, "Das Feld „{0}“ enthält „{1}“; erwartet wird ein Tag mit Uhrzeit.", "Schreiben Sie 19.10.2017 18:00 oder 2017-10-19T18:00:00+02:00.");
    public static readonly DiagnosticCode NothingToAccept = new("FM020", Severity.Warning, "„{0}“ im Feld „hinnehmen“ bleibt ohne Wirkung: {1}.", "{2}");

    // Site configuration
    public static readonly DiagnosticCode SiteMissing = new("SI001", Severity.Error, "Die Datei site.yml fehlt im Inhaltsordner.", "Legen Sie sie an; „title“ und „baseUrl“ genügen.");
    public static readonly DiagnosticCode DuplicateSeries = new("SI002", Severity.Error, "Die Reihe „{0}“ ist zweimal angegeben.", "Jede Reihe braucht eine eigene Kennung.");
    public static readonly DiagnosticCode InvalidSeriesId = new("SI003", Severity.Error, "Die Kennung „{0}“ einer Reihe ist nicht erlaubt.", "Erlaubt sind Kleinbuchstaben, Ziffern und Bindestriche, und keine der eigenen Adressen der Website ({1}).");
    public static readonly DiagnosticCode LegalPageMissing = new("SI004", Severity.Warning, "Die Seite /{0}/ fehlt; sie ist gesetzlich vorgeschrieben ({1}).", "Legen Sie content/seiten/{0}.md an.");
    public static readonly DiagnosticCode NothingToPublish = new("SI005", Severity.Warning, "Es gibt noch keine Mitteilung, die heute zu zeigen wäre.", "Legen Sie eine an: fachinfo new notice \"Titel\".");
    public static readonly DiagnosticCode UnknownLanguage = new("SI006", Severity.Error, "Das Theme kennt die Sprache „{0}“ nicht; vorhanden sind: {1}.", "Ändern Sie „language“ in site.yml, oder legen Sie die Texte in content/theme/strings/ an.");

    // Rubrics
    public static readonly DiagnosticCode UnknownRubric = new("RU001", Severity.Error, "Die Rubrik „{0}“ gibt es nicht.", "{1}");
    public static readonly DiagnosticCode InvalidRubricSlug = new("RU002", Severity.Error, "Der Adressteil „{0}“ einer Rubrik ist nicht erlaubt.", "Erlaubt sind Kleinbuchstaben, Ziffern und Bindestriche; belegt sind vierstellige Zahlen, „monat-…“, „downloads“ und „dateien“.");
    public static readonly DiagnosticCode DuplicateRubric = new("RU003", Severity.Error, "Die Rubrik „{0}“ ist zweimal angegeben (zuerst in Zeile {1}).", "Geben Sie einer von beiden einen anderen Namen und Adressteil.");
    public static readonly DiagnosticCode AmbiguousRubric = new("RU004", Severity.Error, "Die Rubrik „{0}“ ist nicht eindeutig: {1}.", "Schreiben Sie den ganzen Pfad, zum Beispiel „{2}“.");
    public static readonly DiagnosticCode RubricFolderUnknown = new("RU005", Severity.Error, "Zum Ordner „{0}“ gibt es keine Rubrik.", "{1}");

    // Markdown
    public static readonly DiagnosticCode RawHtml = new("MD001", Severity.Warning, "HTML im Text („{0}“) wird nicht ausgeführt, sondern als Text gezeigt.", "Verwenden Sie Markdown; ein einzelnes „<“ schreiben Sie als „\\<“.");
    public static readonly DiagnosticCode HeadingSkipped = new("MD002", Severity.Warning, "Die Überschrift „{0}“ überspringt eine Ebene.", "Verwenden Sie eine Raute weniger; Bildschirmleser erwarten eine lückenlose Gliederung.");
    public static readonly DiagnosticCode ForbiddenScheme = new("MD003", Severity.Error, "Der Link „{0}“ hat ein Schema, das nicht erlaubt ist.", "Erlaubt sind http, https, mailto, tel und Pfade.");
    public static readonly DiagnosticCode ImageWithoutText = new("MD004", Severity.Warning, "Das Bild „{0}“ hat keine Beschreibung.", "Schreiben Sie in die eckigen Klammern, was zu sehen ist: ![Beschreibung]({0}).");
    public static readonly DiagnosticCode EmptyLink = new("MD005", Severity.Warning, "Ein Link auf „{0}“ hat keinen Text.", "Schreiben Sie in die eckigen Klammern, wohin er führt.");
    public static readonly DiagnosticCode MarkdownTooDeep = new("MD006", Severity.Error, "Der Text ist tiefer verschachtelt, als gelesen werden kann.", "Verringern Sie die Ebenen von Listen und Zitaten, oder setzen Sie „\\“ vor eckige Klammern, die kein Link sind.");
    public static readonly DiagnosticCode RemoteImage = new("MD007", Severity.Error, "Das Bild „{0}“ liegt auf einem fremden Server; die Website lädt nichts von dort.", "Legen Sie das Bild neben die Mitteilung.");
    public static readonly DiagnosticCode EmptyHeading = new("MD008", Severity.Warning, "Eine Überschrift hat keinen Text und wird weggelassen.", "Schreiben Sie den Text hinter die Rauten, oder löschen Sie die Zeile.");
    public static readonly DiagnosticCode FootnoteMissing = new("MD009", Severity.Warning, "Zur Fußnote „{0}“ fehlt der Text; das Zeichen bleibt so stehen.", "Schreiben Sie unter den Absatz eine Zeile, die mit „{0}:“ beginnt.");

    // Links
    public static readonly DiagnosticCode DeadLink = new("LK001", Severity.Error, "Das Ziel „{0}“ gibt es nicht.", "{1}");
    public static readonly DiagnosticCode DeadFragment = new("LK002", Severity.Error, "Das Ziel „{0}“ hat keinen Abschnitt „{1}“.", "{2}");
    public static readonly DiagnosticCode ImageMissing = new("LK003", Severity.Error, "Das Bild „{0}“ fehlt.", "Legen Sie es dorthin, oder berichtigen Sie den Pfad; er gilt vom Ordner dieser Datei aus.");
    public static readonly DiagnosticCode LinkToHidden = new("LK004", Severity.Error, "Ein öffentlicher Text verweist auf „{0}“; das ist nicht öffentlich und hat keinen Anriss.", "Nehmen Sie den Link heraus, oder geben Sie dem Ziel „anriss: titel“.");
    public static readonly DiagnosticCode LinkToUnpublished = new("LK005", Severity.Error, "Das Ziel „{0}“ ist ein Entwurf oder erscheint erst am {1}.", "Veröffentlichen Sie das Ziel zuerst, oder nehmen Sie den Link heraus.");
    public static readonly DiagnosticCode RelatedUnknown = new("LK006", Severity.Warning, "Im Feld „verwandt“ steht „{0}“; dazu gibt es nichts.", "Geben Sie den Pfad einer Mitteilung an, oder ihre Nummer wie „Mitteilung 145/2024“.");
    public static readonly DiagnosticCode DownloadMissing = new("LK007", Severity.Error, "Die Datei „{0}“ im Feld „{1}“ fehlt.", "Legen Sie sie dorthin, oder berichtigen Sie den Pfad; er gilt vom Ordner dieser Datei aus.");
    public static readonly DiagnosticCode CitationUnknown = new("LK008", Severity.Warning, "Der Text nennt „{0}“; die gibt es hier nicht.", "Prüfen Sie Nummer und Jahr. Liegt sie vor dem Beginn dieses Archivs, schreiben Sie in den Kopf: hinnehmen: [LK008]");
    public static readonly DiagnosticCode LinkToOtherAudience = new("LK009", Severity.Error, "Ein Text für die Gruppe „{0}“ verweist auf „{1}“; das ist für eine andere Gruppe und hat keinen Anriss.", "Nehmen Sie den Link heraus, oder geben Sie dem Ziel „anriss: titel“.");
    public static readonly DiagnosticCode NoPicture = new("LK010", Severity.Error, "Die Datei „{0}“ ist kein Bild, das Browser zeigen.", "Speichern Sie es als PNG, JPEG oder SVG, oder verweisen Sie ohne Ausrufezeichen darauf: [Text]({0})");
    public static readonly DiagnosticCode OwnAddressDead = new("LK011", Severity.Warning, "Die Adresse „{0}“ gehört zu dieser Website, führt dort aber ins Leere.", "Berichtigen Sie die Adresse. {1} Steht dort, was ein anderes Programm macht, schreiben Sie in den Kopf: hinnehmen: [LK011]");

    // Notices
    public static readonly DiagnosticCode DuplicateNumber = new("NO001", Severity.Error, "Die Nummer {0} ist in der Reihe „{1}“ schon vergeben: {2}.", "Geben Sie einer von beiden eine andere Nummer.");
    public static readonly DiagnosticCode UnknownAudience = new("NO002", Severity.Error, "Der Zugang „{0}“ ist nicht bekannt; möglich sind: {1}.", "Verwenden Sie einen dieser Werte, oder tragen Sie die Gruppe in site.yml unter „access.audiences“ ein.");
    public static readonly DiagnosticCode YearFolderDiffers = new("NO003", Severity.Warning, "Die Nummer {0} liegt im Ordner „{1}“.", "Verschieben Sie die Datei in den Ordner ihres Jahres, oder berichtigen Sie die Nummer.");
    public static readonly DiagnosticCode FileReferenceUnparsed = new("NO004", Severity.Info, "Das Aktenzeichen „{0}“ hat keine bekannte Form; es wird gezeigt, aber nicht einsortiert.", "Übliche Formen sind 13.0.70-001 oder I/2 020-08-45.");
    public static readonly DiagnosticCode FutureDate = new("NO005", Severity.Info, "Die Mitteilung erscheint erst am {0}.", "Sie wird beim ersten Bau an oder nach diesem Tag veröffentlicht.");
    public static readonly DiagnosticCode DeadlineBeforeDate = new("NO006", Severity.Warning, "Die Frist {0} liegt vor dem Datum der Mitteilung ({1}).", "Prüfen Sie das Jahr der Frist.");
    public static readonly DiagnosticCode EmptyBody = new("NO007", Severity.Warning, "Unter dem Kopf steht kein Text.", "Schreiben Sie den Text der Mitteilung unter die zweite Zeile „---“.");
    public static readonly DiagnosticCode DeadlineNotGiven = new("NO008", Severity.Info, "Im Text steht nach „{0}“ der {1}; das Feld „frist“ fehlt.", "Tragen Sie ihn ein, damit er unter Fristen und im Kalender erscheint, zum Beispiel: frist: {1}");
    public static readonly DiagnosticCode PreviewOnly = new("NO009", Severity.Info, "Nur in der Vorschau zu sehen: {0}.", "Der Bau für die Öffentlichkeit lässt diese Datei weg.");

    // Files offered for download
    public static readonly DiagnosticCode ExecutableFile = new("DL001", Severity.Error, "Die Datei „{0}“ ist ein Programm oder Skript; so etwas wird nicht angeboten.", "Nehmen Sie sie heraus; Daten gehören in ein Dokument oder eine Tabelle.");
    public static readonly DiagnosticCode FileKindDiffers = new("DL002", Severity.Warning, "Die Datei „{0}“ ist nach ihrem Inhalt etwas anderes, als ihre Endung sagt.", "Geben Sie ihr die richtige Endung, oder speichern Sie sie im Format der Endung.");
    public static readonly DiagnosticCode FileBroken = new("DL003", Severity.Warning, "Die Datei „{0}“ ist beschädigt; ihr Inhalt konnte nicht gelesen werden.", "Öffnen Sie sie zur Probe, und speichern Sie sie neu.");
    public static readonly DiagnosticCode FileEncrypted = new("DL004", Severity.Warning, "Die Datei „{0}“ ist durch ein Kennwort geschützt oder verbietet es, ihren Text zu lesen.", "Speichern Sie sie ohne Schutz; sonst können auch Bildschirmleser sie nicht vorlesen.");
    public static readonly DiagnosticCode FileHostile = new("DL005", Severity.Warning, "Die Datei „{0}“ ist so gebaut, dass sie Leseprogramme überlastet; ihr Inhalt wurde nicht gelesen.", "Prüfen Sie, woher sie stammt, und erstellen Sie sie neu.");
    public static readonly DiagnosticCode FileTooCostly = new("DL006", Severity.Warning, "Die Datei „{0}“ zu lesen hätte zu lange gedauert oder zu viel Speicher gekostet.", "Verkleinern Sie ihre Bilder, oder teilen Sie sie auf.");
    public static readonly DiagnosticCode FileWithoutText = new("DL007", Severity.Info, "Die Datei „{0}“ enthält nur Bilder von Text und ist nicht barrierefrei.", "Stellen Sie sie mit Texterkennung neu her, oder bieten Sie das Dokument an, aus dem sie entstand.");
    public static readonly DiagnosticCode PopplerMissing = new("DL008", Severity.Info, "Das Programm zum Lesen von PDF-Dateien fehlt; auf den Seiten von PDF-Dateien ({0}) fehlen Text, Seitenzahl und Bild.", "Installieren Sie es mit „apt install poppler-utils“ (Debian, Ubuntu) oder „brew install poppler“ (macOS).");
    public static readonly DiagnosticCode DownloadForOthers = new("DL009", Severity.Error, "Die Anlage ist für die Gruppe „{0}“, ihr Dokument für „{1}“; so käme niemand richtig an sie heran.", "Machen Sie das Dokument öffentlich, oder geben Sie beiden dieselbe Gruppe.");

    // Planned pages
    public static readonly DiagnosticCode RouteCollision = new("PG001", Severity.Error, "Die Adresse {0} ist zweimal vergeben (auch durch {1}).", "Benennen Sie eine der beiden Dateien um, oder ändern Sie Nummer oder Alias.");
    public static readonly DiagnosticCode ReservedAddress = new("PG002", Severity.Error, "Die Adresse {0} gehört der Website selbst.", "Benennen Sie die Datei unter seiten/ um.");

    // Theme
    public static readonly DiagnosticCode TemplateInvalid = new("TH001", Severity.Error, "Die Vorlage ist fehlerhaft: {0}.", "Berichtigen Sie die Vorlage an dieser Stelle.");
    public static readonly DiagnosticCode TemplateMissing = new("TH002", Severity.Error, "Dem Theme fehlt die Vorlage „{0}“.", "Legen Sie templates/{0}.hbs an, oder verwenden Sie ein vollständiges Theme.");
    public static readonly DiagnosticCode StringMissing = new("TH003", Severity.Error, "Der Text „{0}“ fehlt in strings/{1}.yml.", "Tragen Sie ihn ein.");
    public static readonly DiagnosticCode AssetMissing = new("TH004", Severity.Error, "Die Vorlage verwendet „{0}“; die Datei fehlt in assets/.", "Legen Sie sie an, oder berichtigen Sie den Namen.");
    public static readonly DiagnosticCode ThemeOverrideUnknown = new("TH005", Severity.Warning, "Die Datei überschreibt nichts: Das Theme hat kein „{0}“.", "{1}");
    public static readonly DiagnosticCode RenderFailed = new("TH006", Severity.Error, "Die Vorlage „{0}“ konnte für {1} nicht ausgefüllt werden: {2}.", "Berichtigen Sie die Vorlage.");

    public static readonly DiagnosticCode ThemeManifestMissing = new("TH007", Severity.Error, "Im Theme-Ordner fehlt die Datei theme.yml.", "Geben Sie mit --theme den Ordner eines Themes an.");
    public static readonly DiagnosticCode ThemeVersion = new("TH008", Severity.Error, "Das Theme ist für Fassung {0} der Vorlagen gemacht; dieses Programm kennt Fassung {1}.", "Verwenden Sie ein Theme der passenden Fassung, oder eine andere Version des Programms.");
    public static readonly DiagnosticCode StringUnknown = new("TH009", Severity.Warning, "Den Text „{0}“ kennt das Theme nicht; er bleibt ohne Wirkung.", "{1}");
    public static readonly DiagnosticCode ForeignRequest = new("TH010", Severity.Warning, "„{0}“ lädt etwas von einem fremden Server; die Website verspricht, das nicht zu tun, und Browser sperren es.", "Legen Sie die Datei unter content/theme/assets/ ab, und verweisen Sie dorthin.");
    public static readonly DiagnosticCode BlockedByPolicy = new("TH011", Severity.Warning, "„{0}“ wird im Browser gesperrt: Die Content-Security-Policy der Website erlaubt {1}.", "{2}");
    public static readonly DiagnosticCode AssetAddressChanges = new("TH012", Severity.Warning, "„{0}“ führt ins Leere: Dateien gleich unter assets/ tragen auf der Website einen anderen Namen.", "Legen Sie Style Sheet und Datei zusammen in einen Ordner unter assets/; dort behalten sie ihre Namen.");

    // Members' area
    public static readonly DiagnosticCode NoSecret = new("MB001", Severity.Info, "Ohne Geheimnis bleibt der Mitgliederbereich leer; die öffentliche Website ist vollständig.", "Setzen Sie die Umgebungsvariable FACHINFO_SECRET; „fachinfo members secret“ macht ein Geheimnis.");
    public static readonly DiagnosticCode SecretRequired = new("MB002", Severity.Error, "Das Geheimnis des Mitgliederbereichs fehlt; site.yml verlangt es („access.required“).", "Setzen Sie die Umgebungsvariable FACHINFO_SECRET; „fachinfo members secret“ macht ein Geheimnis.");
    public static readonly DiagnosticCode SecretDiffers = new("MB003", Severity.Error, "Das Geheimnis ist ein anderes als das, mit dem mitglieder.yml angelegt wurde.", "Verwenden Sie das richtige Geheimnis. Nach einem Wechsel löschen Sie die Zeile „check“ und rufen „fachinfo members apply“ auf; alle Codes werden neu.");
    public static readonly DiagnosticCode NoRoster = new("MB004", Severity.Info, "Es gibt keine mitglieder.yml: Der Mitgliederbereich wird gebaut, aber niemand kann ihn öffnen.", "Tragen Sie Mitglieder ein: fachinfo members add ID --name \"Stadt Beispielstadt\".");
    public static readonly DiagnosticCode RosterDiffers = new("MB005", Severity.Error, "Die Mitglieder der Gruppe „{0}“ passen nicht zum Prüfwert: Die Datei wurde von Hand geändert oder zusammengeführt.", "Rufen Sie „fachinfo members apply“ auf; das zieht neue Schlüssel, damit niemand mit alten weiterliest.");
    public static readonly DiagnosticCode RosterAudienceUnknown = new("MB006", Severity.Error, "Die Gruppe „{0}“ steht nicht in site.yml.", "Tragen Sie sie dort unter „access.audiences“ ein, oder nehmen Sie sie hier heraus.");
    public static readonly DiagnosticCode FragmentForbidden = new("MB007", Severity.Error, "Die Seite {0} kann nicht versiegelt werden: Sie enthält {1}.", "Nehmen Sie es aus der Vorlage; der Mitgliederbereich zeigt nur Text, Bilder und Links.");
    public static readonly DiagnosticCode SourcesPublic = new("MB008", Severity.Error, "Dieses Repositorium ist öffentlich, und Inhalte für Mitglieder liegen darin; Versiegeln schützt sie nicht.", "Legen Sie sie in ein privates und bauen Sie mit --members-content, oder bestätigen Sie mit „access.sourcesArePublic: ja“.");
    public static readonly DiagnosticCode InvalidMemberId = new("MB009", Severity.Error, "Die Kennung „{0}“ ist nicht erlaubt.", "Erlaubt sind bis zu 64 Kleinbuchstaben, Ziffern und Bindestriche.");
    public static readonly DiagnosticCode DuplicateMember = new("MB010", Severity.Error, "Das Mitglied „{0}“ ist zweimal angegeben.", "Nehmen Sie einen der beiden Einträge heraus und rufen Sie „fachinfo members apply“ auf.");
    public static readonly DiagnosticCode HostMissing = new("MB011", Severity.Error, "Für „access.protection: {0}“ fehlt „access.host“.", "Tragen Sie netlify, nginx oder apache ein.");
    public static readonly DiagnosticCode InvalidAudience = new("MB012", Severity.Error, "Die Gruppe „{0}“ kann nicht so heißen.", "Erlaubt sind bis zu 64 Kleinbuchstaben, Ziffern und Bindestriche, nur nicht „public“.");

    // Leaks
    public static readonly DiagnosticCode LeakedText = new("LE001", Severity.Error, "Die öffentliche Datei {0} enthält in Zeile {1} Text von hier, der nicht öffentlich ist.", "Prüfen Sie Vorlagen und Texte des Themes; in öffentlichen Mitteilungen dürfte derselbe Satz stehen.");
    public static readonly DiagnosticCode LeakedName = new("LE002", Severity.Error, "Die öffentliche Datei {0} nennt den Namen dieser Datei, die nicht öffentlich ist.", "Prüfen Sie Vorlagen und Texte des Themes, oder benennen Sie die Datei um.");
    public static readonly DiagnosticCode LeakedFile = new("LE003", Severity.Error, "Die öffentliche Datei {0} enthält diese Datei, die nicht öffentlich ist.", "Prüfen Sie, was sie dorthin gebracht hat; das ist meist ein Fehler im Programm oder Theme.");
    public static readonly DiagnosticCode LeakedKey = new("LE004", Severity.Error, "Die öffentliche Datei {0} enthält {1}.", "Nehmen Sie es heraus, und wechseln Sie es: Was einmal gespeichert war, gilt als bekannt.");

    // Output
    public static readonly DiagnosticCode ForeignOutput = new("OU001", Severity.Error, "Der Ausgabeordner „{0}“ enthält Dateien, die nicht von fachinfo sind (zum Beispiel „{1}“).", "Wählen Sie einen anderen Ordner, oder rufen Sie „fachinfo build --clean“ auf: Das löscht sie.");
    public static readonly DiagnosticCode OutputInsideContent = new("OU002", Severity.Error, "Der Ordner „{0}“, in den geschrieben wird, überschneidet sich mit dem Ordner „{1}“, aus dem gelesen wird.", "Wählen Sie mit {2} einen Ordner daneben.");
    public static readonly DiagnosticCode BuildRunning = new("OU003", Severity.Error, "Ein anderer Bau schreibt gerade in „{0}“.", "Warten Sie, bis er fertig ist.");
    public static readonly DiagnosticCode ForeignFile = new("OU004", Severity.Error, "Im Ausgabeordner liegt an der Stelle „{0}“ eine Datei, die nicht von fachinfo ist.", "Nehmen Sie sie heraus, oder rufen Sie „fachinfo build --clean“ auf: Das löscht sie.");
    public static readonly DiagnosticCode CacheUnavailable = new("OU005", Severity.Info, "Der Zwischenspeicher „{0}“ ist nicht beschreibbar; es wird ohne ihn gebaut.", "Geben Sie mit --cache einen anderen Ordner an, um schneller zu bauen.");

    // Published addresses
    public static readonly DiagnosticCode AddressLost = new("AD001", Severity.Warning, "Die veröffentlichte Adresse {0} gibt es nicht mehr.", "Geben Sie der neuen Seite „aliase: [{0}]“, oder nehmen Sie den Verlust mit „fachinfo check --accept-addresses“ hin.");
    public static readonly DiagnosticCode InvalidAlias = new("AD002", Severity.Error, "Der Alias „{0}“ ist keine Adresse dieser Website.", "Er beginnt mit „/“ und enthält weder Leerzeichen noch „..“: /alte/adresse.html");

    // Council archive
    public static readonly DiagnosticCode VisibilityMissing = new("CO001", Severity.Error, "Bei „{0}“ fehlt die Angabe, wer es sehen darf.", "Schreiben Sie „zugang: öffentlich“, „zugang: mitglieder“ oder „zugang: nichtöffentlich“; geraten wird nicht.");
    public static readonly DiagnosticCode NonpublicBytes = new("CO002", Severity.Error, "„{0}“ ist nicht öffentlich, liegt aber im Inhaltsordner.", "Löschen Sie {1}; auch die Versionsverwaltung behält eine Kopie.");
    public static readonly DiagnosticCode PaperAddressTaken = new("CO003", Severity.Error, "Die Vorlagennummer „{0}“ ergibt dieselbe Adresse wie die in {1}.", "Geben Sie dieser Vorlage eine „id“; sie kommt dann in die Adresse.");
    public static readonly DiagnosticCode UnknownOrganization = new("CO004", Severity.Error, "Das Gremium „{0}“ steht nicht in gremien.yml.", "{1}");
    public static readonly DiagnosticCode MeetingUnknown = new("CO005", Severity.Warning, "Die Sitzung „{0}“ gibt es nicht.", "Nennen Sie Gremium und Datum, oder den Adressteil der Sitzung, zum Beispiel 2017-10-19-kultur.");
    public static readonly DiagnosticCode PaperUnknown = new("CO006", Severity.Warning, "Die Vorlage „{0}“ gibt es nicht.", "Prüfen Sie die Nummer; sie muss so geschrieben sein wie in der Vorlage.");
    public static readonly DiagnosticCode BodyMissing = new("CO007", Severity.Error, "Dem Ordner „{0}“ fehlt eine kommune.yml, die gelesen werden kann.", "Legen Sie sie an; „name“ genügt.");
    public static readonly DiagnosticCode OrganizationTwice = new("CO008", Severity.Error, "Der Adressteil „{0}“ ist zweimal vergeben.", "Geben Sie einem von beiden einen eigenen „adressteil“.");
    public static readonly DiagnosticCode BodyFolderInvalid = new("CO009", Severity.Error, "Der Ordner „{0}“ kann keine Adresse werden.", "Erlaubt sind Kleinbuchstaben, Ziffern und Bindestriche: ratsarchiv/juelich/.");
    public static readonly DiagnosticCode TextWithoutFile = new("CO010", Severity.Warning, "Zu diesem Text gibt es keine Datei.", "Er heißt wie die Datei mit „.inhalt.txt“ dahinter, oder wird bei ihr als „textdatei“ genannt.");
    public static readonly DiagnosticCode AgsInvalid = new("CO011", Severity.Warning, "Der Gemeindeschlüssel „{0}“ hat nicht acht Ziffern.", "Schreiben Sie ihn in Anführungszeichen, mit der Null am Anfang.");
    public static readonly DiagnosticCode CouncilFileNothing = new("CO012", Severity.Error, "Zu einer Datei fehlt die Angabe, welche es ist.", "Nennen Sie „datei“, „url“ oder wenigstens „titel“.");

    public static readonly DiagnosticCode EndBeforeStart = new("CO017", Severity.Warning, "Das Ende ({0}) liegt vor dem Beginn ({1}).", "Berichtigen Sie eines von beiden.");
    public static readonly DiagnosticCode AgendaItemDiffers = new("CO018", Severity.Warning, "In der Sitzung „{0}“ ist diese Vorlage nicht Punkt „{1}“ der Tagesordnung: {2}.", "Berichtigen Sie „top“ in der Beratung, oder die Tagesordnung der Sitzung.");

    public static readonly DiagnosticCode OParlIdsWouldChange = new("CO013", Severity.Error, "Die OParl-Kennungen beginnen bisher mit „{0}“; mit „{1}“ wären alle Objekte neu.", "Bauen Sie mit der bisherigen Adresse, oder nehmen Sie neue Kennungen mit --allow-new-ids hin.");
    public static readonly DiagnosticCode OParlStateDamaged = new("CO014", Severity.Error, "Die Datei mit dem Stand der OParl-Objekte kann nicht gelesen werden.", "Stellen Sie sie aus der Versionsverwaltung wieder her.");
    public static readonly DiagnosticCode OParlStateBehind = new("CO015", Severity.Info, "Neu oder geändert sind {0} OParl-Objekte, zum Beispiel „{1}“; ihr „modified“ steht noch auf dem alten Stand.", "Rufen Sie vor dem Veröffentlichen „fachinfo check --accept-addresses“ auf.");
    public static readonly DiagnosticCode OParlObjectGone = new("CO016", Severity.Warning, "Ohne Rücknahme verschwunden sind {0} veröffentlichte OParl-Objekte, zum Beispiel „{1}“.", "Ziehen Sie sie mit „fachinfo withdraw“ zurück, oder nehmen Sie es mit „fachinfo check --accept-addresses“ hin.");

    /// <summary>Gets all rows, by id.</summary>
    public static IReadOnlyList<DiagnosticCode> All =>
    [
        .. typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(row => row.FieldType == typeof(DiagnosticCode))
            .Select(row => (DiagnosticCode)row.GetValue(null)!)
            .OrderBy(code => code.Id, StringComparer.Ordinal),
    ];
}
