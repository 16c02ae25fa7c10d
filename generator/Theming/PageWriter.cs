using System.Buffers;
using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Theming;

/// <summary>Collects the text of one page and gives it out as UTF-8, with bodies, which are UTF-8 already, in their places.</summary>
/// <remarks>
/// The template engine copies what is not escaped character by character, so a body of 10 KB never goes through it: a mark
/// stands for it until the end. The mark starts with a noncharacter of Unicode, which escaped text cannot contain.
/// </remarks>
/// <param name="parts">What was rendered for other pages and is the same here.</param>
internal sealed class PageWriter(RepeatedParts parts) : TextBuffer
{
    /// <summary>Stands in front of the number of a body; see <see cref="HtmlTextEncoder"/>, which drops it from text.</summary>
    public const char BodyMark = '\uFDD0';

    private const char FirstNumber = '\uE000';

    private readonly List<BodyView> bodies = [];
    private readonly TextBuffer unescaped = new();

    /// <summary>Gets or sets the page that this thread renders; helpers of the template engine get no state of ours.</summary>
    [field: ThreadStatic]
    public static PageWriter? Current { get; set; }

    /// <summary>Gets the template of the page, for the layout around it.</summary>
    public string Template { get; private set; } = "";

    /// <summary>Starts a new page.</summary>
    public void Clear(string template)
    {
        Template = template;
        Clear();
        bodies.Clear();
    }

    /// <summary>Returns the text that stands for a body.</summary>
    public string MarkFor(BodyView body)
    {
        bodies.Add(body);
        return string.Concat([BodyMark, (char)(FirstNumber + bodies.Count - 1)]);
    }

    /// <summary>Writes what a partial gave for the same view on another page.</summary>
    /// <returns>Whether it is known.</returns>
    public bool WriteKnown(string partial, IRepeatedView view)
    {
        var known = parts.Find(partial, view);
        Write(known);
        return known is not null;
    }

    /// <summary>Keeps what a partial gave for a view, for other pages.</summary>
    /// <param name="start">The <see cref="TextBuffer.Length"/> before it.</param>
    public void Keep(string partial, IRepeatedView view, int start)
    {
        if (Length > start)
        {
            parts.Keep(partial, view, Written[start..]);
        }
    }

    /// <summary>Writes a text that is not held anywhere.</summary>
    public void Write(WrittenText text, bool isEscaped)
    {
        if (!isEscaped)
        {
            text.WriteTo(this);
            return;
        }

        unescaped.Clear();
        text.WriteTo(unescaped);
        HtmlTextEncoder.Encode(unescaped.Written, this);
    }

    /// <summary>Writes the page.</summary>
    /// <param name="render">Writes the HTML of a body with its open places filled.</param>
    /// <returns>Where the body begins, in bytes; -1 if there is none, or several.</returns>
    public int CopyTo(IBufferWriter<byte> into, Action<BodyView, IBufferWriter<byte>> render)
    {
        var rest = Written;
        var (written, shown, start) = (0L, 0, -1);
        for (var at = rest.IndexOf(BodyMark); at >= 0; at = rest.IndexOf(BodyMark))
        {
            written += Encoding.UTF8.GetBytes(rest[..at], into);
            var number = at + 1 < rest.Length ? rest[at + 1] - FirstNumber : -1;
            var isBody = number >= 0 && number < bodies.Count;
            if (isBody)
            {
                start = ++shown == 1 ? (int)written : -1;
                render(bodies[number], into);
            }

            rest = rest[(at + (isBody ? 2 : 1))..];
        }

        Encoding.UTF8.GetBytes(rest, into);
        return start;
    }
}
