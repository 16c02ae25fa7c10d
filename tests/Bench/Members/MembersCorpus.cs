using System.Globalization;
using System.Text;

namespace Fachinfo.Bench.Members;

/// <summary>Sites with content for members: the usual corpus of which a tenth is for them, and one with a large attachment.</summary>
internal static class MembersCorpus
{
    /// <summary>The secret of these sites, which protects nothing.</summary>
    public const string Secret = "fachinfo1_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\n";

    public const long AttachmentBytes = 100_000_000;

    private const int MembersShare = 10;
    private const int DownloadShare = 50;
    private const string FrontMatterStart = "---\n";

    /// <summary>Every tenth notice is for members, and every fiftieth has a file for them.</summary>
    public static void Write(string folder, int count, int seed)
    {
        Corpus.Write(folder, count, seed);
        var notices = Directory.EnumerateFiles(Path.Combine(folder, "mitteilungen"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        for (var i = 0; i < notices.Count; i += MembersShare)
        {
            var more = "zugang: mitglieder\n";
            if (i % DownloadShare == 0)
            {
                var table = Path.ChangeExtension(notices[i], ".csv");
                File.WriteAllText(table, Table(Chance.Of(seed, 1, i)), new UTF8Encoding(false));
                more += $"anlagen: [{Path.GetFileName(table)}]\n";
            }

            var text = File.ReadAllText(notices[i]);
            File.WriteAllText(notices[i], FrontMatterStart + more + text[FrontMatterStart.Length..], new UTF8Encoding(false));
        }
    }

    /// <summary>One notice for members with a file of 100 MB and a small one, so that there is an archive of both too.</summary>
    public static void WriteLarge(string folder, int seed)
    {
        Corpus.Write(folder, 1, seed);
        Corpus.Write(folder, "mitteilungen/2025/grosse-datei.md", "---\ntitel: Große Datei\nnummer: 9999/2025\ndatum: 2025-12-01\nrubrik: " + RubricPlan.Pick(Chance.Of(seed, 2, 0)) + "\nzugang: mitglieder\nanlagen: [luftbild.bin, hinweis.txt]\n---\n\nMit einer großen Datei.\n");
        Corpus.Write(folder, "mitteilungen/2025/hinweis.txt", "Ein Luftbild.\n");

        // In parts: the peak of a measured child counts from the size of this process.
        var part = new byte[1_000_000];
        using var file = File.Create(Path.Combine(folder, "mitteilungen", "2025", "luftbild.bin"));
        var random = new Random(seed);
        for (var left = AttachmentBytes; left > 0; left -= part.Length)
        {
            random.NextBytes(part);
            file.Write(part);
        }
    }

    /// <summary>Writes <c>mitglieder.yml</c> as an editor might; <c>members apply</c> makes it whole.</summary>
    public static void WriteRoster(string content, int members)
    {
        var text = new StringBuilder("audiences: []\nmembers:\n");
        for (var i = 1; i <= members; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - id: \"gemeinde-{i:0000}\"\n    name: \"Gemeinde Musterdorf {i}\"\n    audiences: [members]\n    serial: \"{i:x16}\"\n");
        }

        Corpus.Write(content, "mitglieder.yml", text.ToString());
    }

    private static string Table(Chance chance)
    {
        var text = new StringBuilder("Gemeinde;Betrag\n");
        for (var row = 0; row < 100; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"Musterdorf {row};{chance.Below(100_000)}\n");
        }

        return text.ToString();
    }
}
