using System.Collections.Concurrent;
using System.Collections.Frozen;
using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Extraction;

/// <summary>Reads the files that the site offers: kind, size, pages, dates, text, picture. Each content is read once in its life.</summary>
public static class FileExtraction
{
    public static (ExtractedFiles Files, IReadOnlyList<Diagnostic> Findings) Run(LinkInput input, IEnumerable<OfferedFile> offered) =>
        Run(input, offered, PopplerReader.Find(input.Options.Programs));

    internal static (ExtractedFiles Files, IReadOnlyList<Diagnostic> Findings) Run(LinkInput input, IEnumerable<OfferedFile> offered, IPdfReader? pdf)
    {
        var places = offered.ToLookup(file => file.Source);
        var open = new ResultShelf(input.Results, isMembersOnly: false);
        var members = new ResultShelf(input.Results, isMembersOnly: true);
        var sources = places.Count == 0 ? [] : input.Files.Where(file => places.Contains(file.Source.Path)).ToList();
        var found = new ConcurrentDictionary<SourcePath, ExtractedFile>();
        var findings = new ConcurrentBag<Diagnostic>();
        var reader = new FileReader(input.Open, pdf);
        Parallel.ForEach(sources, new ParallelOptions { MaxDegreeOfParallelism = input.Options.Threads }, source =>
        {
            var isPublic = places[source.Source.Path].Any(place => place.IsPublic);
            try
            {
                found[source.Source.Path] = Get(reader, isPublic ? open : members, source, !isPublic);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                findings.Add(Codes.Unreadable.At(source.Source.Path, problem.Message));
            }
        });
        open.Finish(found.Values.Where(file => !file.IsMembersOnly).Select(file => file.Hash).ToHashSet());
        members.Finish(found.Values.Where(file => file.IsMembersOnly).Select(file => file.Hash).ToHashSet());
        return (
            new ExtractedFiles(found.ToFrozenDictionary(), Readers(input)),
            [.. findings, .. sources.Where(source => found.ContainsKey(source.Source.Path)).SelectMany(source => FileFindings.For(found[source.Source.Path], places[source.Source.Path])), .. FileFindings.ForTools(found.Values)]);
    }

    private static ExtractedFile Get(FileReader reader, ResultShelf shelf, PlainFile source, bool isMembersOnly)
    {
        // What could not be read for want of a program is tried again when the program is there.
        if (shelf.TryGet(source.Hash, out var known) && (known.Problem != ExtractionProblem.ToolMissing || !reader.CanReadPdf))
        {
            return known;
        }

        var (file, reading) = reader.Read(source, isMembersOnly);
        shelf.Add(file, reading);
        return file;
    }

    private static FileReaders Readers(LinkInput input)
    {
        var sources = input.Files.ToDictionary(file => file.Source.Path, file => file.Source);
        return new FileReaders(
            file => ReadText(input.Results, file),
            file => input.Results.Open(ResultShelf.NameOfPicture(file)) ?? throw Damaged(input.Results, file, null),
            source => input.Open(sources[source]));
    }

    private static FileText ReadText(IResultStore results, ExtractedFile file)
    {
        try
        {
            using var stream = results.Open(ResultShelf.NameOfText(file)) ?? throw new InvalidDataException("The text is missing.");
            return ResultFormat.ReadText(stream);
        }
        catch (Exception damage) when (damage is IOException or InvalidDataException or FormatException)
        {
            throw Damaged(results, file, damage);
        }
    }

    /// <summary>Forgets all that is known, so that the build that starts again reads the files anew.</summary>
    private static CacheDamagedException Damaged(IResultStore results, ExtractedFile file, Exception? damage)
    {
        results.Delete(ResultShelf.NameOfFacts(file.IsMembersOnly));
        return new CacheDamagedException($"What was read out of a file ({file.Hash}) is damaged.", damage!);
    }
}
