using System.Buffers;
using System.Text;
using HandlebarsDotNet;

namespace Fachinfo.Theming;

/// <summary>Escapes what HTML needs and keeps everything else as it is, umlauts above all.</summary>
internal sealed class HtmlTextEncoder : ITextEncoder
{
    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"'" + PageWriter.BodyMark);

    public static readonly HtmlTextEncoder Instance = new();

    public static string Encode(string text)
    {
        using var writer = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        Instance.Encode(text, writer);
        return writer.ToString();
    }

    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode(string? text, TextWriter target) => Encode(text.AsSpan(), target);

    public static void Encode(ReadOnlySpan<char> rest, TextWriter target)
    {
        for (var at = rest.IndexOfAny(Special); at >= 0; at = rest.IndexOfAny(Special))
        {
            target.Write(rest[..at]);
            target.Write(Escape(rest[at]));
            rest = rest[(at + 1)..];
        }

        target.Write(rest);
    }

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        while (text is not null && text.MoveNext())
        {
            if (Special.Contains(text.Current))
            {
                target.Write(Escape(text.Current));
            }
            else
            {
                target.Write(text.Current);
            }
        }
    }

    private static string Escape(char character) => character switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '"' => "&quot;",
        '\'' => "&#39;",
        _ => "",
    };
}
