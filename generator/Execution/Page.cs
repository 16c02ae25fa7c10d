using System.Buffers;
using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

/// <summary>Something that will be written: everything in the output is one of the kinds below.</summary>
/// <param name="Route">Its address; two pages on one address are an error.</param>
/// <param name="Origin">The source to name when something is wrong with the page; empty for pages of the site itself.</param>
public abstract record Page(Route Route, SourcePath Origin)
{
    /// <summary>Gets the name for listings: the template, or what is made instead.</summary>
    public abstract string Kind { get; }

    /// <summary>Gets a value indicating whether templates of the theme make it, so that it changes with them.</summary>
    public virtual bool IsThemed => false;

    /// <summary>Gets where its address is written in <see cref="Origin"/>; the file as a whole if the address comes from elsewhere.</summary>
    public virtual SourceLocation AddressPlace => SourceLocation.Of(Origin);
}

/// <summary>A page of HTML: a template of the theme filled with a view model.</summary>
/// <param name="Source">Makes the view model.</param>
public sealed record TemplatePage(Route Route, string Template, IPageSource Source, SourcePath Origin = default) : Page(Route, Origin)
{
    /// <param name="route">Its address.</param>
    /// <param name="template">The name of the template.</param>
    /// <param name="model">As <see cref="IPageSource.MakeModel"/>.</param>
    /// <param name="origin">As of every page.</param>
    public TemplatePage(Route route, string template, Func<object> model, SourcePath origin = default)
        : this(route, template, new PageFunctions(model), origin)
    {
    }

    public override string Kind => Template;

    public override bool IsThemed => true;

    /// <summary>Gets line and column of an address that an editor wrote, as of <see cref="SourceLocation"/>.</summary>
    public (int Line, int Column) WrittenAt { get; init; }

    public override SourceLocation AddressPlace => new(Origin, WrittenAt.Line, WrittenAt.Column);

    /// <summary>Sets what hashes everything that the model is made of, for a page made of functions.</summary>
    public Func<ContentHash>? Inputs
    {
        init => Source = (PageFunctions)Source with { Inputs = value };
    }

    /// <summary>Gets the source whose body the page shows, and no other: default if it shows none, <see langword="null"/> if that is not said.</summary>
    /// <remarks>Where it is said, a build that finds nothing changed but other bodies knows that the page is the same, and does not ask for what it is made of.</remarks>
    public SourcePath? OnlyBody { get; init; }

    /// <summary>Sets what makes the view of the body of <see cref="OnlyBody"/>, for a page made of functions.</summary>
    public Func<BodyView>? Body
    {
        init => Source = (PageFunctions)Source with { Body = value };
    }

    /// <summary>Gets the renderer of pages that share something else than the rest of the site; otherwise <see langword="null"/>.</summary>
    public PageRenderer? Renderer { get; init; }

    /// <inheritdoc cref="IPageSource.MakeModel"/>
    public object Model() => Source.MakeModel();
}

/// <summary>What a page of HTML is made from. A kind of which there are thousands has a small class for it, the others have functions.</summary>
public interface IPageSource
{
    /// <summary>Gets a value indicating whether there is a hash of everything that the model is made of.</summary>
    /// <remarks>
    /// Without it the fingerprint is made from the model itself, which cannot forget anything but must be made on every build.
    /// Worth it for the page kind that there are thousands of; a test compares warm and cold builds after any edit.
    /// </remarks>
    bool HasInputs { get; }

    /// <summary>Makes the view model. Pure and cheap, since it may be called more than once; models are not kept.</summary>
    object MakeModel();

    /// <summary>Hashes everything that the model is made of, if <see cref="HasInputs"/>.</summary>
    ContentHash HashInputs();

    /// <summary>Makes the view of the body of <see cref="TemplatePage.OnlyBody"/>, if that is all that the model takes from it; otherwise <see langword="null"/>.</summary>
    BodyView? MakeBody();
}

/// <summary>A page made of functions.</summary>
internal sealed record PageFunctions(Func<object> Model) : IPageSource
{
    public Func<ContentHash>? Inputs { get; init; }

    public Func<BodyView>? Body { get; init; }

    public bool HasInputs => Inputs is not null;

    public object MakeModel() => Model();

    public ContentHash HashInputs() => Inputs!();

    public BodyView? MakeBody() => Body?.Invoke();
}

/// <summary>A text file that is made whole, such as a sitemap.</summary>
public sealed record TextPage(Route Route, string Format, Func<string> Text, SourcePath Origin = default) : Page(Route, Origin)
{
    public override string Kind => Format;
}

/// <summary>A file whose bytes are written only if they changed, such as a feed: what it is made of is known before.</summary>
/// <param name="Inputs">Hashes everything that the bytes depend on, without making them.</param>
/// <param name="Write">Writes the bytes. Pure; called on any thread.</param>
public sealed record WrittenPage(Route Route, string Format, Func<ContentHash> Inputs, Action<IBufferWriter<byte>> Write, SourcePath Origin = default) : Page(Route, Origin)
{
    public override string Kind => Format;

    /// <summary>Gets a value indicating whether it may have megabytes: it goes to its file in parts as it is made, unless somebody else needs to see it whole.</summary>
    public bool IsLong { get; init; }
}

/// <summary>A file that is copied byte by byte.</summary>
public sealed record FilePage(Route Route, SourcePath Source) : Page(Route, Source)
{
    public override string Kind => "file";
}

/// <summary>A file whose bytes are made as a stream when they are needed, such as a ZIP; never held in memory as a whole.</summary>
/// <param name="Format">What it is, for listings.</param>
/// <param name="Fingerprint">Hash of everything that the bytes are made of.</param>
/// <param name="Write">Writes the same bytes whenever it is called. Safe on many threads.</param>
public sealed record StreamPage(Route Route, string Format, ContentHash Fingerprint, Action<Stream> Write, SourcePath Origin = default) : Page(Route, Origin)
{
    public override string Kind => Format;

    /// <summary>Gets the files that it is made of, under their names in it; empty for what is no archive.</summary>
    public IReadOnlyList<(string Name, SourcePath Source)> Parts { get; init; } = [];

    /// <summary>Gets a function that tells the number of bytes before they are written; <see langword="null"/> where nobody asks.</summary>
    public Func<long>? Length { get; init; }
}

/// <summary>A page of HTML that is sealed after it is rendered, so that the output never holds it in clear.</summary>
/// <param name="Route">The sealed address; the content's own is its address inside the members' area.</param>
/// <param name="Key">Hash over key, address and whatever else goes into sealing.</param>
/// <param name="Seal">Turns rendered bytes into sealed ones; throws <see cref="RenderException"/> for what must not be sealed. Safe on many threads.</param>
public sealed record SealedPage(Route Route, TemplatePage Content, ContentHash Key, SealBytes Seal) : Page(Route, Content.Origin)
{
    public override string Kind => "sealed";

    public override bool IsThemed => true;
}

/// <summary>Seals a rendered page.</summary>
/// <param name="model">The view model, which knows the title.</param>
public delegate byte[] SealBytes(object model, ReadOnlySpan<byte> html);
