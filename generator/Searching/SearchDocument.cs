using System.Collections.Immutable;
using Fachinfo.Execution;

namespace Fachinfo.Searching;

/// <summary>Documents that are numbered together, such as the notices of one series in one year.</summary>
/// <param name="Kind">What the visitor filters by: the id of a series, <c>seiten</c> or <c>rubriken</c>.</param>
/// <param name="Year">0 for what has no year.</param>
/// <param name="Order">Groups are sorted by year, then by this, then by kind.</param>
public sealed record SearchGroup(string Kind, int Year, int Order);

/// <summary>Something that can be found.</summary>
/// <param name="Slot">Its place in the group, from 0; never shared. Where it follows from the number, other documents cannot move it.</param>
/// <param name="Hash">Of all that is searched in it: equal hashes, equal terms.</param>
/// <param name="Texts">What is searched and shown besides its text.</param>
public sealed record SearchDocument(SearchGroup Group, int Slot, ContentHash Hash, ISearchTexts Texts)
{
    public string Title => Texts.Title;

    public string Summary => Texts.Summary;

    public ImmutableArray<string> Keywords => Texts.Keywords;

    public string Address => Texts.Address;

    public string Label => Texts.Label;

    public DateOnly? Date => Texts.Date;

    public ImmutableArray<DateOnly> Deadlines => Texts.Deadlines;

    public ImmutableArray<string> Jumps => Texts.Jumps;

    /// <summary>Gets its text as HTML in the document store.</summary>
    public BodyReference Body { get; init; }

    /// <summary>Gets a function that reads further text, for what is no page of ours: the text of a file.</summary>
    public Func<string>? ReadText { get; init; }

    /// <summary>Gets the page of the file, from 1; 0 for what has no pages.</summary>
    public int Page { get; init; }

    /// <summary>Gets the places of its rubrics in <see cref="SearchSet.Rubrics"/>.</summary>
    public ImmutableArray<int> Rubrics { get; init; } = [];

    public bool IsMembersOnly { get; init; }

    /// <summary>Hash of what a list of hits shows.</summary>
    internal ContentHash RecordHash()
    {
        var hash = new HashBuilder().Add(Title).Add(Summary).Add(Address).Add(Label).Add(Date?.DayNumber ?? -1).Add(IsMembersOnly).Add(Page).Add(ReadText is null ? default : Hash);
        foreach (var deadline in Deadlines)
        {
            hash.Add(deadline.DayNumber);
        }

        hash.Add(Rubrics.Length);
        foreach (var rubric in Rubrics)
        {
            hash.Add(rubric);
        }

        return hash.ToHash();
    }
}

/// <summary>All that one index is made of.</summary>
/// <param name="Name">The name of its file in the cache: letters and hyphens.</param>
/// <param name="Folder">Where its pieces lie.</param>
/// <param name="Rubrics">What a search can be narrowed down to: path and title of rubrics, parents before their children, and of municipalities.</param>
/// <param name="ReadBody">Reads the HTML of a body. Safe on many threads.</param>
public sealed record SearchSet(
    string Name,
    Route Folder,
    IReadOnlyList<SearchDocument> Documents,
    IReadOnlyList<(string SlugPath, string Title)> Rubrics,
    Func<BodyReference, RentedBytes> ReadBody)
{
    /// <summary>Gets a value indicating whether the documents are for members, so that what the cache keeps of them lies in the part for them.</summary>
    public bool IsMembersOnly { get; init; }

    /// <summary>Gets the index that is searched along with this one; its documents give way to those of the same address here.</summary>
    public SearchSet? Below { get; init; }

    /// <summary>Gets the documents with their numbers; made once, since an index above asks for them too.</summary>
    internal Lazy<DocumentNumbers> Numbers { get; } = new(() => DocumentNumbers.Of(Documents));

    /// <summary>Gets what else a visitor may type to come straight to a page that is no document, such as a file reference.</summary>
    public IReadOnlyList<(string Key, string Label, string Address)> Jumps { get; init; } = [];
}
