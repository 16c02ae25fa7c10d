using System.Text;

namespace Fachinfo.Bench.Council;

/// <summary>The extracted text of each file: about 2 KB in paragraphs.</summary>
internal sealed class CouncilTexts(int seed)
{
    private const int SizeInBytes = 2_000;
    private const int Stream = 3;

    public string OfFile(int file)
    {
        var words = new GermanWords(Chance.Of(seed, Stream, file));
        var text = new StringBuilder(SizeInBytes + 500).Append(words.Title()).Append("\n\n");
        while (Encoding.UTF8.GetByteCount(text.ToString()) < SizeInBytes)
        {
            text.Append(words.Paragraph(2)).Append("\n\n");
        }

        return text.ToString();
    }
}
