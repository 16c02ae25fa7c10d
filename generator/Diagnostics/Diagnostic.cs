namespace Fachinfo.Diagnostics;

/// <summary>One finding about the content, at its place, in German.</summary>
public sealed record Diagnostic(string Code, Severity Severity, SourceLocation Location, string Message) : IComparable<Diagnostic>
{
    /// <summary>Orders by file, line, column, code and message, so that every run lists the same.</summary>
    public int CompareTo(Diagnostic? other)
    {
        if (other is null)
        {
            return 1;
        }

        var order = string.CompareOrdinal(Location.Path.Value, other.Location.Path.Value);
        order = order != 0 ? order : Location.Line.CompareTo(other.Location.Line);
        order = order != 0 ? order : Location.Column.CompareTo(other.Location.Column);
        order = order != 0 ? order : string.CompareOrdinal(Code, other.Code);
        return order != 0 ? order : string.CompareOrdinal(Message, other.Message);
    }

    public static bool operator <(Diagnostic left, Diagnostic right) => left.CompareTo(right) < 0;

    public static bool operator >(Diagnostic left, Diagnostic right) => left.CompareTo(right) > 0;

    public static bool operator <=(Diagnostic left, Diagnostic right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Diagnostic left, Diagnostic right) => left.CompareTo(right) >= 0;
}
