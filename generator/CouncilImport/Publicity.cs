namespace Fachinfo.CouncilImport;

/// <summary>What the import decided about an object.</summary>
internal enum Publicity
{
    Public,

    /// <summary>Left out with its bytes and text.</summary>
    Nonpublic,

    /// <summary>Left out because nobody said that it is public and the call wanted that said.</summary>
    Held,
}

/// <summary>What to do with what says nothing about being public.</summary>
public enum UnknownVisibility
{
    /// <summary>What a server hands out without a login is public.</summary>
    Public,

    Hold,
}
