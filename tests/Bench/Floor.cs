using System.Diagnostics;
using System.Globalization;

namespace Fachinfo.Bench;

/// <summary>The read-and-write floor: reads all sources and writes as many outputs of the same sizes, with nothing in between.</summary>
/// <remarks>Runs as a process of its own, so that it starts as cold as a build does; its time is taken inside, without the start of .NET.</remarks>
internal static class Floor
{
    public const string Command = "floor";

    /// <summary>Writes what the floor shall do: <c>R path</c> for a source, <c>W size path</c> for an output.</summary>
    public static void WriteList(string file, IEnumerable<string> sources, string output)
    {
        using var list = new StreamWriter(file);
        foreach (var source in sources)
        {
            list.Write($"R {source}\n");
        }

        foreach (var made in new DirectoryInfo(output).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            list.Write($"W {made.Length} {Path.GetRelativePath(output, made.FullName)}\n");
        }
    }

    /// <summary>Prints milliseconds.</summary>
    public static int Run(string list, string output)
    {
        var sources = new List<string>();
        var outputs = new List<(string Path, int Size)>();
        foreach (var line in File.ReadLines(list))
        {
            var parts = line.Split(' ', line[0] == 'R' ? 2 : 3);
            if (line[0] == 'R')
            {
                sources.Add(parts[1]);
            }
            else
            {
                outputs.Add((Path.Combine(output, parts[2]), int.Parse(parts[1], CultureInfo.InvariantCulture)));
            }
        }

        var bytes = new byte[outputs.Max(one => one.Size)];
        Array.Fill(bytes, (byte)'a');
        var started = Stopwatch.GetTimestamp();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.ForEach(sources, parallel, source => _ = File.ReadAllBytes(source));
        foreach (var directory in outputs.Select(one => Path.GetDirectoryName(one.Path)!).Distinct())
        {
            Directory.CreateDirectory(directory);
        }

        Parallel.ForEach(outputs, parallel, one =>
        {
            using var handle = File.OpenHandle(one.Path, FileMode.Create, FileAccess.Write, FileShare.None, FileOptions.None, one.Size);
            RandomAccess.Write(handle, bytes.AsSpan(0, one.Size), 0);
        });
        Console.WriteLine(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture));
        return 0;
    }
}
