using Fachinfo.Bench;
using Fachinfo.Bench.Ahead;
using Fachinfo.Bench.Council;
using Fachinfo.Bench.Members;
using Fachinfo.Bench.Search;

const string Usage = """
    corpus --out DIR [--count 10000] [--seed 1]
        Writes a synthetic content folder; same seed and count, same bytes.
    run --program FILE [--corpus DIR | --count 10000 | --scale] [--seed 1] [--theme themes/fachinfo] [--work DIR] [--runs 5] [--targets]
        Measures the published program; --scale measures 10,000 and 100,000 notices; --targets fails when a target is missed.
    preview --program FILE [--count 10000] [--example content] [--theme themes/fachinfo] [--runs 10] [--targets]
        Measures the time from a save to the page, while the preview runs.
    search --program FILE [--count 10000] [--seed 1] [--theme themes/fachinfo] [--work DIR] [--targets]
        Builds notices with as many different words as real ones have, measures the index, and drives the search in Chromium.
    council-corpus --out DIR [--papers 14000] [--files 38000] [--seed 1]
        Writes a site with a synthetic council archive.
    council-json --out DIR [--papers 2000] [--files 5400] [--seed 1]
        Writes a synthetic council archive as a folder of OParl JSON.
    council --program FILE [--papers 14000] [--files 38000] [--imported 2000] [--seed 1] [--theme themes/fachinfo] [--work DIR] [--runs 3] [--targets]
        Measures builds of a council archive with OParl output, and its import.
    members --program FILE [--count 10000] [--seed 1] [--theme themes/fachinfo] [--work DIR] [--runs 5] [--targets]
        Measures what sealing, 1,000 members and an attachment of 100 MB cost.
    ahead --program FILE [--assemblies generator/bin/Release/net10.0] [--out generator/ahead-of-time.mibc] [--theme themes/fachinfo] [--example content] [--work DIR]
        Writes the profile of what a publish compiles ahead of time. FILE is a program published with -p:AheadOfTimeProfile= (none).
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
    case "search" when arguments["program"] is { } program:
        return await SearchRun.Start(program, arguments).ConfigureAwait(false);
    case "council-corpus" when arguments["out"] is { } folder:
        CouncilCorpus.Write(folder, CouncilRun.SitePlan(arguments));
        return 0;
    case "council-json" when arguments["out"] is { } folder:
        CouncilJson.Write(folder, new CouncilPlan(arguments.Number("papers", 2_000), arguments.Number("files", 5_400), arguments.Number("seed", 1)));
        return 0;
    case "council" when arguments["program"] is { } program:
        return CouncilRun.Start(program, arguments);
    case "members" when arguments["program"] is { } program:
        return MembersRun.Start(program, arguments);
    case "ahead" when arguments["program"] is { } program:
        return await AheadRun.Start(program, arguments["assemblies"] ?? "generator/bin/Release/net10.0", arguments["out"] ?? "generator/ahead-of-time.mibc", arguments).ConfigureAwait(false);
    case Floor.Command when arguments["list"] is { } list:
        return Floor.Run(list, arguments["out"]!);
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
