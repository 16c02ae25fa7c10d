using System.Collections.Immutable;
using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>The places in a text that links can lead to, each named by an id that is unique in it.</summary>
/// <remarks>They are read from its HTML when a link names one: few do, and no build holds the ids of all texts.</remarks>
/// <param name="Headings">In the order of the text.</param>
/// <param name="Others">Those of footnotes.</param>
internal sealed record BodyIds(ImmutableArray<string> Headings, ImmutableArray<string> Others)
{
    public static BodyIds Of(BodyReference body, Func<BodyReference, RentedBytes> readBody)
    {
        using var html = readBody(body);
        return In(html.Span);
    }

    /// <summary>Finds the ids in HTML. Quotes in a text are escaped, so what looks like one stands in a tag.</summary>
    public static BodyIds In(ReadOnlySpan<byte> html)
    {
        var (headings, others) = (ImmutableArray.CreateBuilder<string>(), ImmutableArray.CreateBuilder<string>());
        var start = " id=\""u8;
        for (var at = html.IndexOf(start); at >= 0; at = html.IndexOf(start))
        {
            var isHeading = at >= 3 && html[at - 3] == '<' && html[at - 2] == 'h';
            html = html[(at + start.Length)..];
            var id = Encoding.UTF8.GetString(html[..html.IndexOf((byte)'"')]);
            (isHeading ? headings : others).Add(id);
        }

        return new BodyIds(headings.ToImmutable(), others.ToImmutable());
    }

    public bool Contains(string id) => Headings.Contains(id) || Others.Contains(id);
}
