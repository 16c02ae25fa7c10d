namespace Fachinfo.Diagnostics;

/// <summary>How much a finding weighs. <c>--strict</c> turns warnings into errors, never infos.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}
