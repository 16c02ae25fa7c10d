using System.Text;
using Fachinfo.Diagnostics;

namespace Fachinfo.Model;

/// <summary>Makes parts of addresses: <c>Straßen &amp; Plätze</c> becomes <c>strassen-plaetze</c>.</summary>
public static class Slug
{
    /// <summary>Returns lower-case ASCII letters, digits and single hyphens; empty if nothing remains.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length + 8);
        foreach (var character in UmlautComposition.Compose(text))
        {
            var lower = char.ToLowerInvariant(character);
            switch (lower)
            {
                case 'ä':
                    slug.Append("ae");
                    break;
                case 'ö':
                    slug.Append("oe");
                    break;
                case 'ü':
                    slug.Append("ue");
                    break;
                case 'ß':
                    slug.Append("ss");
                    break;
                case 'æ':
                    slug.Append("ae");
                    break;
                case 'œ':
                    slug.Append("oe");
                    break;
                case 'þ':
                    slug.Append("th");
                    break;
                default:
                    var letter = char.ToLowerInvariant(UmlautComposition.BaseLetter(lower)); // İ has no small letter of its own here.
                    if (char.IsAsciiLetterOrDigit(letter))
                    {
                        slug.Append(letter);
                    }
                    else if (slug.Length > 0 && slug[^1] != '-')
                    {
                        slug.Append('-');
                    }

                    break;
            }
        }

        if (slug.Length > 0 && slug[^1] == '-')
        {
            slug.Length--;
        }

        return slug.ToString();
    }

    /// <summary>Slugs the stem and keeps the extension: <c>Antrag Förderung.PDF</c> becomes <c>antrag-foerderung.pdf</c>.</summary>
    public static string OfFileName(string fileName)
    {
        var stem = Of(Path.GetFileNameWithoutExtension(fileName));
        var extension = Of(Path.GetExtension(fileName));
        stem = stem.Length == 0 ? "datei" : stem;
        return extension.Length == 0 ? stem : stem + "." + extension;
    }
}
