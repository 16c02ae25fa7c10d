using Fachinfo.Diagnostics;

namespace Fachinfo.Execution;

#pragma warning disable RCS1194 // It makes no sense without its finding.
/// <summary>A template could not be filled; carries the finding to show.</summary>
public sealed class RenderException : Exception
{
    public RenderException(Diagnostic finding, Exception? innerException = null)
        : base(finding.Message, innerException) => Finding = finding;

    public Diagnostic Finding { get; }
}
