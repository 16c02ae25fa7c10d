namespace Fachinfo.Reading;

/// <summary>Says in German what is wrong with a text that is no YAML: editors read it, and the parser speaks English.</summary>
internal static class YamlProblem
{
    private const string Unreadable = "diese Stelle ist nicht lesbar";
    private const string SecondColon = "hier steht ein weiteres „: “ im Wert, oder die Zeile ist falsch eingerückt";
    private const string OpenQuote = "ein Anführungszeichen wird nicht geschlossen";
    private const string Tab = "eine Zeile ist mit einem Tabulator eingerückt; nehmen Sie Leerzeichen";
    private const string Backslash = "in doppelten Anführungszeichen steht ein einzelnes „\\“; schreiben Sie „\\\\“, oder nehmen Sie einfache Anführungszeichen";
    private const string Block = "hinter „|“ oder „>“ steht noch etwas in derselben Zeile; ein Wert, der so beginnt, gehört in Anführungszeichen";

    /// <summary>What the parser's messages contain, and what that means for an editor; the first that fits counts.</summary>
    private static readonly (string Part, string German)[] Meanings =
    [
        ("multiline plain scalar, found invalid mapping", "in der Zeile davor fehlt „: “ zwischen Feld und Wert"),
        ("could not find expected ':'", "zwischen Feld und Wert fehlt „: “"),
        ("found invalid mapping", SecondColon),
        ("Mapping values are not allowed", SecondColon),
        ("double-quoted scalar, found wrong indentation", OpenQuote),
        ("quoted scalar, found unexpected", OpenQuote),
        ("quoted scalar, found unknown escape character", Backslash),
        ("quoted scalar, did not find expected hexadecimal number", Backslash),
        ("quoted scalar, found invalid Unicode", Backslash),
        ("found a tab character", Tab),
        ("invalid tab as indentation", Tab),
        ("character that cannot start any token", "mit diesem Zeichen kann ein Wert nicht beginnen; setzen Sie ihn in Anführungszeichen"),
        ("block mapping, did not find expected key", "hinter einem Wert steht noch etwas, oder eine Zeile ist falsch eingerückt"),
        ("did not find expected '-' indicator", "nach einer Liste mit „- “ steht eine Zeile ohne „- “ auf derselben Ebene"),
        ("Block sequence entries are not allowed", "eine Liste mit „- “ beginnt in einer neuen Zeile; ein Wert, der so beginnt, gehört in Anführungszeichen"),
        ("did not find expected ',' or '}'", "zwischen „{“ und „}“ fehlt ein Komma, oder die Klammer wird nicht geschlossen"),
        ("did not find expected ',' or ']'", "zwischen „[“ und „]“ fehlt ein Komma, oder die Klammer wird nicht geschlossen"),
        ("did not find expected node content", "hier fehlt ein Wert; einer, der mit einer Klammer beginnt, gehört in Anführungszeichen"),
        ("block scalar", Block),
    ];

    public static string Describe(string message) =>
        Meanings.FirstOrDefault(meaning => message.Contains(meaning.Part, StringComparison.Ordinal)).German ?? Unreadable;
}
