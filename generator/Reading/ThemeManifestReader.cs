using Fachinfo.Diagnostics;
using Fachinfo.Model;

namespace Fachinfo.Reading;

/// <summary>Reads <c>theme.yml</c> and checks that the theme was made for the view models of this program.</summary>
public static class ThemeManifestReader
{
    /// <summary>Raised when a view model changes so that older templates no longer fit.</summary>
    public const string SupportedVersion = "1";

    private static readonly Field Name = new("name", "name", FieldShape.Text, "Der Name des Themes.", "fachinfo") { IsRequired = true };
    private static readonly Field Version = new("version", "fassung", FieldShape.Text, "Die Fassung der Vorlagen.", SupportedVersion) { IsRequired = true };
    private static readonly Field Description = new("description", "beschreibung", FieldShape.Text, "Ein Satz über das Theme.", "Ruhig und hell");
    private static readonly FieldTable Table = new(Name, Version, Description);

    public static void Check(SourcePath path, byte[] bytes, ICollection<Diagnostic> findings)
    {
        if (SourceText.Decode(path, bytes, findings) is not { } text || YamlReader.ReadMap(path, text, 0, findings) is not { } map)
        {
            return;
        }

        var fields = new FieldReader(path, map, Table, findings);
        fields.RequireText(Name);
        if (fields.RequireText(Version) is { } version && version.Value != SupportedVersion)
        {
            findings.Add(Codes.ThemeVersion.At(version.In(path), version.Value, SupportedVersion));
        }
    }
}
