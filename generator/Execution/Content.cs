using System.Buffers;
using System.Text;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>What a page will show, known by its fingerprint before anything is rendered.</summary>
internal readonly struct Content
{
    private readonly Page page;
    private readonly object? model;
    private readonly PlainFile? file;

    private Content(Page page, ContentHash fingerprint, object? model = null, PlainFile? file = null)
    {
        this.page = page;
        this.model = model;
        this.file = file;
        Fingerprint = fingerprint;
    }

    public ContentHash Fingerprint { get; }

    /// <param name="known">The fingerprint of a page that templates make, if it is known already.</param>
    public static Content Of(Page page, PageRenderer renderer, Dictionary<SourcePath, PlainFile> files, ContentHash? known = null)
    {
        switch (page)
        {
            case TemplatePage template:
                var view = template.Source.HasInputs ? null : template.Model();
                return new Content(page, known ?? (template.Renderer ?? renderer).Fingerprint(template, view), view);
            case SealedPage hidden:
                var fragment = hidden.Content.Source.HasInputs ? null : hidden.Content.Model();
                return new Content(page, known ?? (hidden.Content.Renderer ?? renderer).Fingerprint(hidden.Content, fragment) + hidden.Key, fragment);
            case TextPage text:
                var written = text.Text();
                return new Content(page, ContentHash.Of(written), written);
            case WrittenPage made:
                return new Content(page, ContentHash.Of(made.Format) + made.Inputs());
            case FilePage copy:
                var source = files[copy.Source];
                return new Content(page, source.Hash, file: source);
            case StreamPage made:
                return new Content(page, made.Fingerprint);
            case CompressedPage twin:
                var plain = Of(twin.Of, renderer, files);
                return new Content(page, plain.Fingerprint + ContentHash.Of(twin.Route.Path), plain.model);
            default:
                throw new InvalidOperationException($"Unknown kind of page: {page.GetType().Name}.");
        }
    }

    /// <summary>Gets a value indicating whether <see cref="Inspect"/> looks at the bytes of the output, and not at what they are made of.</summary>
    public bool IsInspectedAsWritten => page is not (FilePage or StreamPage or CompressedPage);

    /// <summary>Reads what <see cref="Stage"/> has just written: of an archive what it is made of, since it may be larger than memory.</summary>
    public IReadOnlyList<Diagnostic> Inspect(OutputWatch watch, ArrayBufferWriter<byte> buffer, IInput input, Dictionary<SourcePath, PlainFile> files) => page switch
    {
        FilePage => InspectFile(watch, page.Route, file!, input),
        CompressedPage => [], // The page itself is read already.
        StreamPage { Parts.Count: > 0 } archive =>
        [
            .. watch.Inspect(page, Encoding.UTF8.GetBytes(string.Join('\n', archive.Parts.Select(part => part.Name)))),
            .. archive.Parts.SelectMany(part => InspectFile(watch, archive.Route, files[part.Source], input)),
        ],
        StreamPage made => InspectMade(watch, made),
        _ => watch.Inspect(page, buffer.WrittenSpan),
    };

    private static IReadOnlyList<Diagnostic> InspectFile(OutputWatch watch, Route route, PlainFile source, IInput input) =>
        watch.InspectFile(route, source.Hash, () => input.Open(source.Source));

    private IReadOnlyList<Diagnostic> InspectMade(OutputWatch watch, StreamPage made)
    {
        using var bytes = new MemoryStream();
        made.Write(bytes);
        return watch.Inspect(page, bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>Stages the page.</summary>
    /// <param name="buffer">Gets its bytes, if <paramref name="isInspected"/> and <see cref="IsInspectedAsWritten"/>.</param>
    /// <param name="bodyStart">As <see cref="OutputEntry.BodyStart"/> has it.</param>
    public Staged Stage(string path, ArrayBufferWriter<byte> buffer, bool isInspected, PageRenderer renderer, IInput input, IOutput output, out int bodyStart)
    {
        bodyStart = -1;
        if (file is not null)
        {
            using var stream = input.Open(file.Source);
            return output.Stage(path, stream);
        }

        if (page is StreamPage made)
        {
            return output.Stage(path, made.Write);
        }

        buffer.ResetWrittenCount();
        if (page is WrittenPage { IsLong: true } text && !isInspected)
        {
            return output.Stage(path, stream =>
            {
                var parts = new PartWriter(stream, buffer);
                text.Write(parts);
                parts.Flush();
            });
        }

        if (page is SealedPage hidden)
        {
            var view = model ?? hidden.Content.Model();
            _ = (hidden.Content.Renderer ?? renderer).Render(hidden.Content, view, buffer);
            return output.Stage(path, hidden.Seal(view, buffer.WrittenSpan));
        }

        var twin = page as CompressedPage;
        var start = Write(twin?.Of ?? page, buffer, renderer);
        bodyStart = twin is null ? start : -1;
        return output.Stage(path, twin is null ? buffer.WrittenSpan : twin.Compress(buffer.WrittenSpan));
    }

    /// <returns>Where the body in it begins, or -1.</returns>
    private int Write(Page plain, ArrayBufferWriter<byte> buffer, PageRenderer renderer)
    {
        switch (plain)
        {
            case TemplatePage template:
                return (template.Renderer ?? renderer).Render(template, model ?? template.Model(), buffer);
            case WrittenPage written:
                written.Write(buffer);
                return -1;
            default:
                Encoding.UTF8.GetBytes((string)model!, buffer);
                return -1;
        }
    }
}
