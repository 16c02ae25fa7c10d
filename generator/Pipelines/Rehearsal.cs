using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Reading;
using Fachinfo.Theming;

namespace Fachinfo.Pipelines;

/// <summary>Reads a notice and renders a page that nobody sees, so that their code is loaded when a build comes to them.</summary>
/// <remarks>
/// The first notice that is read and the first page that is rendered take 50 ms each, nearly all of it for loading the types and methods
/// of the libraries behind them. A program begins on one processor: on the next this is done before anybody waits for it.
/// </remarks>
public static class Rehearsal
{
    private static ReadOnlySpan<byte> Notice =>
        """
        ---
        titel: Probe
        nummer: 1/2024
        datum: 01.02.2024
        rubrik: Probe
        az: 1.2.3-004
        ---
        Ein Absatz, *betont*, mit [Verweis](https://www.verband.example/) und einem zweiten Satz.

        ## Überschrift

        - Ein Punkt
        - Noch einer
        """u8;

    /// <summary>Does both. Needs no file, and changes nothing.</summary>
    public static void Run()
    {
        _ = ReadNotice();
        _ = TemplateRehearsal.Render();
    }

    internal static Parsed<NoticeContent> ReadNotice() => NoticeReader.Read(new SourcePath("mitteilungen/2024/1.md"), Notice.ToArray());
}
