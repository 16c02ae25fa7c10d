namespace Fachinfo.Bench.Members;

/// <summary>The <c>members</c> command: what sealing, many members and a large attachment cost.</summary>
internal static class MembersRun
{
    private const double Megabyte = 1_000_000;
    private const int ManyMembers = 1_000;

    public static int Start(string program, Arguments arguments)
    {
        var work = BenchRun.CreateWorkFolder(arguments);
        try
        {
            var samples = new MembersSamples(new MembersSites(Path.GetFullPath(program), Path.GetFullPath(arguments["theme"] ?? "themes/fachinfo"), work, arguments.Number("count", 10_000), arguments.Number("seed", 1), ManyMembers));
            var runs = arguments.Number("runs", 5);
            for (var round = 1; round <= runs; round++)
            {
                Console.Error.WriteLine($"Round {round} of {runs}");
                samples.Round();
            }

            // In wall time and in processor time: one says what somebody waits for, the other is hardly moved by what else the machine does.
            Target[] targets =
            [
                new("sealing, of a build without the secret", 0.15, samples.Sealed.RatioTo(samples.Open) - 1, ""),
                new("sealing, in processor time", 0.15, samples.Sealed.ProcessorRatioTo(samples.Open) - 1, ""),
                new("1,000 members instead of one", 0.3, samples.Many.DifferenceTo(samples.Sealed), "s"),
                new("1,000 members, in processor time of two processors", 0.6, samples.Many.ProcessorDifferenceTo(samples.Sealed), "s"),
                new("peak memory with an attachment of 100 MB", 200, samples.Large.Peak / Megabyte, "MB"),
            ];
            Report.WriteCases(Console.Out, $"{samples.Sites.Notices} notices, a tenth of them for members", samples.All, samples.Open, runs);
            Report.WriteTargets(Console.Out, targets);
            return arguments.Has("targets") && targets.Any(target => !target.IsMet) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }
}
