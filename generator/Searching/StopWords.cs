using System.Text;

namespace Fachinfo.Searching;

/// <summary>Words that say nothing about a text; they are neither indexed nor searched.</summary>
/// <remarks>Folded, and the same list as in <c>words.js</c> of the theme's search; a test compares them.</remarks>
internal static class StopWords
{
    public const string List =
        "aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin bis bist da "
        + "dabei dadurch dafur daher damit danach dann daran darauf daraus darf darin daruber das dass davon dazu dem den denn der deren derer "
        + "des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwa etwas fur gegen "
        + "gibt hat hatte hatten habe haben hier hin ich ihm ihn ihnen ihr ihre ihrem ihren ihrer ihres im in ins ist ja je jede jedem jeden "
        + "jeder jedes jedoch kann kein keine keinem keinen keiner man mehr mit muss mussen nach nicht noch nr nun nur ob oder ohne sehr sein seine "
        + "seinem seinen seiner seit sich sie sind so sofern sogar sollen sollte sollten somit sondern soweit sowie sowohl uber um und uns unser "
        + "unter vom von vor wann war waren warum was wegen weil welche welchem welchen welcher welches wenn wer werden wie wieder wir wird wo "
        + "wurde wurden zu zum zur zwar zwischen";

    private static readonly TermTable Table = Read();

    /// <param name="word">Folded, ASCII.</param>
    public static bool Contains(ReadOnlySpan<byte> word) => Table.Find(word) >= 0;

    private static TermTable Read()
    {
        var table = new TermTable();
        foreach (var word in List.Split(' '))
        {
            _ = table.Add(Encoding.ASCII.GetBytes(word));
        }

        return table;
    }
}
