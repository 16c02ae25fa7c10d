using Fachinfo.Bench;

const string Usage = """
    corpus --out DIR [--count 10000] [--seed 1]
        Writes a synthetic content folder; same seed and count, same bytes.
    run --program FILE [--corpus DIR | --count 10000 | --scale] [--seed 1] [--theme themes/fachinfo] [--work DIR] [--runs 5] [--targets]
        Measures the published program; --scale measures 10,000 and 100,000 notices; --targets fails when a target is missed.
    preview --program FILE [--count 10000] [--example content] [--theme themes/fachinfo] [--runs 10] [--targets]
        Measures the time from a save to the page, while the preview runs.
    """;

var arguments = Arguments.Parse(args);
switch (arguments.Command)
{
    case "corpus" when arguments["out"] is { } folder:
        Corpus.Write(folder, arguments.Number("count", 10_000), arguments.Number("seed", 1));
        return 0;
    case "run" when arguments["program"] is { } program:
        return BenchRun.Start(program, arguments);
    case "preview" when arguments["program"] is { } program:
        return await PreviewRun.Start(program, arguments).ConfigureAwait(false);
    case Floor.Command when arguments["list"] is { } list:
        return Floor.Run(list, arguments["out"]!);
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
