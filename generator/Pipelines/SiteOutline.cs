using System.Collections.Immutable;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Model.Council;
using Fachinfo.Reading;

namespace Fachinfo.Pipelines;

/// <summary>What the content says before it is linked: enough to add something that fits in.</summary>
/// <param name="Configuration"><see langword="null"/> if <c>site.yml</c> cannot be read.</param>
/// <param name="Bodies">Folders of the council archive that have a <c>kommune.yml</c>, sorted.</param>
public sealed record SiteOutline(
    SiteConfiguration? Configuration,
    RubricTree Rubrics,
    ImmutableArray<NoticeContent> Notices,
    ImmutableArray<string> Bodies,
    ImmutableArray<PaperContent> Papers)
{
    /// <summary>Reads all content; what is broken is left out without a word, since the next build will tell.</summary>
    public static SiteOutline Read(IInput input, ICache cache, IOutput output, BuildOptions options)
    {
        SiteOutline? outline = null;
        var definition = new EngineDefinition<SiteOutline>(
            SiteDefinition.Pipelines,
            link =>
            {
                outline = Of(link);
                return new Linked<SiteOutline>(null, []);
            },
            _ => [],
            (_, _) => [],
            _ => throw new InvalidOperationException("An outline has no pages."));
        new Engine<SiteOutline>(definition, input, cache, output).Build(options);
        return outline!;
    }

    /// <summary>Reads <c>site.yml</c> alone; <see langword="null"/> if it says too little.</summary>
    public static SiteConfiguration? ReadConfiguration(byte[] bytes) => SiteConfigurationReader.Read(SiteLinker.ConfigurationPath, bytes).Data;

    private static SiteOutline Of(LinkInput input) => new(
        SiteLinker.ConfigurationOf(input),
        new RubricTree(input.Of<RubricTreeContent>().FirstOrDefault()?.Data.Roots ?? []),
        [.. input.Of<NoticeContent>().Select(document => document.Data)],
        [.. input.Of<BodyContent>().Select(document => document.Data.Folder).Order(StringComparer.Ordinal)],
        [.. input.Of<PaperContent>().Select(document => document.Data)]);
}
