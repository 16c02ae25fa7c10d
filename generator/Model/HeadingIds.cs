namespace Fachinfo.Model;

/// <summary>The ids of a text's headings in one string, since those of tens of thousands of texts are held at once.</summary>
/// <param name="Lines">An id a line, in the order of the text; ids hold no white space.</param>
public readonly record struct HeadingIds(string Lines)
{
    public static readonly HeadingIds None = new("");

    public bool IsEmpty => Lines.Length == 0;

    public IEnumerable<string> All => Lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static HeadingIds Of(IEnumerable<Heading> headings) => new(string.Join('\n', headings.Select(heading => heading.Id)));

    public bool Contains(string id)
    {
        foreach (var line in Lines.AsSpan().Split('\n'))
        {
            if (Lines.AsSpan(line).SequenceEqual(id) && id.Length > 0)
            {
                return true;
            }
        }

        return false;
    }
}
