using Fachinfo.Diagnostics;
using Fachinfo.Execution;
using Fachinfo.Model;
using Fachinfo.Reading;

namespace Fachinfo.Pipelines;

/// <summary>Reads a notice that nobody sees, so that the code for it is loaded when a build comes to the first one that changed.</summary>
/// <remarks>
/// The first notice that is read takes 50 ms, nearly all of it for loading the types and methods of the libraries behind it.
/// A program begins on one processor: on the next this is done before anybody waits for it.
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

    /// <summary>Reads it. Needs no file, and changes nothing.</summary>
    public static void Run() => _ = ReadNotice();

    internal static Parsed<NoticeContent> ReadNotice() => NoticeReader.Read(new SourcePath("mitteilungen/2024/1.md"), Notice.ToArray());
}
