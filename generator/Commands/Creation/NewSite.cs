using System.Globalization;
using System.Text;
using Fachinfo.Model;

namespace Fachinfo.Commands.Creation;

/// <summary><c>new site</c>: writes the files under <c>NewSite/</c>, which travel inside the program, and the schemas for editors.</summary>
internal static class NewSite
{
    private const string ResourcePrefix = "new-site/";
    private const string SchemaFolder = ".vscode/schemas/";

    /// <summary>Names that would be hidden in our own repository begin with this instead of the dot.</summary>
    private const string Hidden = "dot-";

    private const string FirstNotice = "content/mitteilungen/erste.md";

    public static int Create(Host host, string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any(entry => Path.GetFileName(entry) != ".git")))
        {
            host.Error.WriteLine($"„{folder}“ ist nicht leer. Geben Sie einen Ordner an, den es noch nicht gibt.");
            return CommandLine.WrongUsage;
        }

        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        foreach (var (path, text) in Files(name.Length == 0 ? "Fachinformationen" : name, host.Today()))
        {
            var target = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllText(target, text, new UTF8Encoding(false));
        }

        host.Output.WriteLine($"Angelegt: {folder}");
        host.Output.WriteLine("  Einzutragen: Name und Adresse in content/site.yml, Impressum, Datenschutz und Barrierefreiheit unter content/seiten/.");
        host.Output.WriteLine($"  Ansehen: cd {folder}, dann fachinfo preview --open");
        return CommandLine.Good;
    }

    /// <summary>All files of a new site by path.</summary>
    private static IEnumerable<(string Path, string Text)> Files(string title, DateOnly today)
    {
        var assembly = typeof(NewSite).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
            var path = string.Join('/', resource[ResourcePrefix.Length..].Split('/').Select(part => part.StartsWith(Hidden, StringComparison.Ordinal) ? "." + part[Hidden.Length..] : part));
            var year = today.Year.ToString(CultureInfo.InvariantCulture);
            yield return (
                path == FirstNotice ? $"content/mitteilungen/{year}/001-die-neue-website-ist-da.md" : path,
                reader.ReadToEnd().ReplaceLineEndings("\n")
                    .Replace("@@title@@", title.Replace("\"", "", StringComparison.Ordinal), StringComparison.Ordinal)
                    .Replace("@@year@@", year, StringComparison.Ordinal)
                    .Replace("@@date@@", today.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        foreach (var (kind, _, _, _) in FieldSchema.Kinds)
        {
            yield return (SchemaFolder + kind + ".json", FieldSchema.Write(kind)!);
        }
    }
}
