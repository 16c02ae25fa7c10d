using System.Collections.Immutable;
using Fachinfo.Execution;

namespace Fachinfo.Model;

/// <summary>What the text of a document contains, known without its HTML; see <see cref="BodyIds"/> for what is read from that.</summary>
/// <param name="Links">Links and images in the order of their open places in the HTML.</param>
/// <param name="FirstParagraph">Plain text, cut where summaries end; empty if there is none, or a summary in its place.</param>
public sealed record BodyFacts(ImmutableArray<BodyLink> Links, PackedText FirstParagraph)
{
    /// <summary>More of the first paragraph is never shown, so no more is kept.</summary>
    public const int LongestParagraph = 300;

    public static readonly BodyFacts Empty = new([], default);

    /// <summary>Gets a value indicating whether there is any text.</summary>
    public bool HasText { get; init; }
}

public sealed record Heading(string Id, string Text, int Level);

/// <summary>A link or image as written; external ones too, so that numbers and open places agree.</summary>
/// <param name="Target">As written, without title; never a forbidden scheme.</param>
public sealed record BodyLink(string Target, bool IsImage, int Line, int Column)
{
    /// <summary>Gets a value indicating whether this is text that may cite a notice; it becomes a link only if it does.</summary>
    public bool IsCitation { get; init; }

    /// <summary>Gets a value indicating whether the target lies elsewhere: a web address, e-mail or telephone number.</summary>
    public bool IsExternal =>
        Target.StartsWith("https:", StringComparison.OrdinalIgnoreCase)
        || Target.StartsWith("http:", StringComparison.OrdinalIgnoreCase)
        || Target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
        || Target.StartsWith("tel:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Gets a value indicating whether an external target is only begun: <c>http://</c>, <c>mailto:</c>, <c>mailto:info</c>.</summary>
    public bool LacksAddress
    {
        get
        {
            var rest = Target.AsSpan(Target.IndexOf(':', StringComparison.Ordinal) + 1);
            if (rest.StartsWith("//"))
            {
                rest = rest[2..];
                return rest.IsEmpty || rest[0] is '/' or '?' or '#';
            }

            return rest.IsEmpty || (Target.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) && LacksMailbox(rest));
        }
    }

    /// <summary>Whether one of the recipients (RFC 6068) is not a name at a host. None at all is a letter whose reader chooses: <c>mailto:?subject=…</c>.</summary>
    private static bool LacksMailbox(ReadOnlySpan<char> letter)
    {
        var recipients = letter[..(letter.IndexOf('?') is >= 0 and var fields ? fields : letter.Length)];
        foreach (var range in recipients.Split(','))
        {
            var name = recipients[range].Trim();
            if (!recipients.IsEmpty && !(name.IndexOf('@') is > 0 and var at && at < name.Length - 1) && !name.Contains("%40", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
