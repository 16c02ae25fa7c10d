using System.Text;

namespace Fachinfo.Tests;

/// <summary>Compares what a test made with the golden files of a folder, or writes them if <c>UPDATE_GOLDEN=1</c>.</summary>
public static class GoldenFiles
{
    /// <summary>Fails with the first line that differs in each file, and with files that are missing or no longer made.</summary>
    public static void Compare(string folder, IReadOnlyDictionary<string, string> actual)
    {
        if (Repository.UpdatesGolden)
        {
            Write(folder, actual);
            return;
        }

        var known = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/')).ToHashSet()
            : [];
        Expect.Nothing(actual.Keys.Where(path => !known.Contains(path)).Select(path => $"{path} is missing; write it with UPDATE_GOLDEN=1 dotnet test, and read it")
            .Concat(known.Where(path => !actual.ContainsKey(path)).Select(path => $"{path} is no longer made"))
            .Concat(actual.Where(file => known.Contains(file.Key)).Select(file => FindDifference(file.Key, File.ReadAllText(Path.Combine(folder, file.Key)), file.Value)).OfType<string>()));
    }

    private static void Write(string folder, IReadOnlyDictionary<string, string> files)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var (path, text) in files)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text, new UTF8Encoding(false));
        }
    }

    private static string? FindDifference(string path, string expected, string actual)
    {
        if (expected == actual)
        {
            return null;
        }

        var (one, other) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(one.Length, other.Length)).First(i => i >= one.Length || i >= other.Length || one[i] != other[i]);
        return $"{path}({line + 1})\n  golden: {one.ElementAtOrDefault(line) ?? "(end)"}\n  now:    {other.ElementAtOrDefault(line) ?? "(end)"}";
    }
}
