using System.Globalization;

namespace Fachinfo.Diagnostics;

/// <summary>One row of the catalogue. Ids are stable and never used again.</summary>
/// <param name="Id">Two letters for the area and three digits: <c>FM003</c>.</param>
/// <param name="Severity">The weight before <c>--strict</c>.</param>
/// <param name="Message">German text with <c>{0}</c>, <c>{1}</c> for the values found and expected.</param>
/// <param name="Advice">What the editor can do, in German; may hold placeholders too.</param>
public sealed record DiagnosticCode(string Id, Severity Severity, string Message, string Advice)
{
    /// <remarks>The message is one line, whatever it quotes.</remarks>
    public Diagnostic At(SourceLocation location, params object[] values) =>
        new(Id, Severity, location, OneLine(Format(Message, values) + " " + Format(Advice, values)));

    public Diagnostic At(SourcePath path, params object[] values) => At(SourceLocation.Of(path), values);

    /// <summary>A finding about the site as a whole or the place it is written to.</summary>
    public Diagnostic ForSite(params object[] values) => At(SourceLocation.Of(default), values);

    private static string OneLine(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)) : text;

    private static string Format(string text, object[] values) =>
        values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
}
