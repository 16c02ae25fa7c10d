using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Fachinfo.Bench;

/// <summary>The <c>preview</c> command: from a save to the page that a browser would get, over HTTP, with the preview running.</summary>
internal static partial class PreviewRun
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<int> Start(string program, Arguments arguments)
    {
        var work = Directory.CreateTempSubdirectory("fachinfo-bench-preview-").FullName;
        try
        {
            var example = Path.GetFullPath(arguments["example"] ?? "content");
            var corpus = Path.Combine(work, "corpus");
            Corpus.Write(corpus, arguments.Number("count", 10_000), arguments.Number("seed", 1));
            var saves = arguments.Number("runs", 10);
            var large = await Measure(program, corpus, arguments, saves).ConfigureAwait(false);
            var copy = Path.Combine(work, "example");
            BenchSite.CopyTree(example, copy);
            var small = await Measure(program, copy, arguments, saves).ConfigureAwait(false);
            Target[] targets =
            [
                new("from save to page, large site", 500, Median(large), "ms"),
                new("from save to page, example site", 150, Median(small), "ms"),
            ];
            Report.WriteTargets(Console.Out, targets);
            return arguments.Has("targets") && targets.Any(target => !target.IsMet) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    /// <summary>The time of each save, in milliseconds.</summary>
    internal static async Task<List<double>> Measure(string program, string content, Arguments arguments, int saves)
    {
        using var preview = Process.Start(new ProcessStartInfo(program, ["preview", "--port", "0", "--content", content, "--theme", Path.GetFullPath(arguments["theme"] ?? "themes/fachinfo"), "--today", "2026-11-22"])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            var first = await preview.StandardOutput.ReadLineAsync().ConfigureAwait(false) ?? "";
            while (await preview.StandardOutput.ReadLineAsync().ConfigureAwait(false) is { } line && !line.StartsWith("Gebaut", StringComparison.Ordinal))
            {
                if (line.StartsWith("Nicht gebaut", StringComparison.Ordinal))
                {
                    throw new InvalidOperationException($"{content} cannot be built.");
                }
            }

            using var client = new HttpClient { BaseAddress = new Uri(Address().Match(first).Value) };
            var (file, page) = NoticeOf(content);
            var text = await File.ReadAllTextAsync(file).ConfigureAwait(false);
            var times = new List<double>();
            using var events = new StreamReader(await client.GetStreamAsync(new Uri("/__preview/events", UriKind.Relative)).ConfigureAwait(false));
            for (var save = -2; save < saves; save++)
            {
                var mark = string.Create(CultureInfo.InvariantCulture, $"Gespeichert zum {save + 3}. Mal.");
                var started = Stopwatch.GetTimestamp();
                await File.WriteAllTextAsync(file, $"{text}\n\n{mark}\n").ConfigureAwait(false);
                do
                {
                    await NextEvent(events).WaitAsync(Patience).ConfigureAwait(false);
                }
                while (!(await client.GetStringAsync(new Uri(page, UriKind.Relative)).ConfigureAwait(false)).Contains(mark, StringComparison.Ordinal));

                // The first saves warm up: code that no build of one page has run yet is compiled then.
                if (save >= 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }

                // Somebody looks at the page before the next save; the search index follows meanwhile.
                await Task.Delay(1000).ConfigureAwait(false);
            }

            return times;
        }
        finally
        {
            preview.Kill(entireProcessTree: true);
            await preview.WaitForExitAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Waits as a browser does, which is told of a new build and does not ask all the time.</summary>
    private static async Task NextEvent(StreamReader events)
    {
        while (await events.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException("The preview has ended.");
    }

    /// <summary>A public notice from the middle, and its address.</summary>
    private static (string File, string Page) NoticeOf(string content)
    {
        var notices = Directory.EnumerateFiles(Path.Combine(content, "mitteilungen"), "*.md", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        foreach (var file in notices.Skip(notices.Count / 2))
        {
            var text = File.ReadAllText(file);
            var (number, date) = (Number().Match(text).Groups["number"].Value, Year().Match(text).Groups["year"].Value);
            if (number.Length > 0 && date.Length > 0 && !text.Contains("zugang:", StringComparison.Ordinal) && !text.Contains("access:", StringComparison.Ordinal))
            {
                return (file, $"/mitteilungen/{date}/{number}/");
            }
        }

        throw new InvalidOperationException("No notice to edit.");
    }

    [GeneratedRegex("http://[0-9.:]+/", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(nummer|number): *""?(?<number>[0-9]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(datum|date): *.*?(?<year>[0-9]{4})", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Year();
}
