namespace Fachinfo.Model.Council;

/// <summary>Who may see an agenda item, a paper or a file. Decided for each of them; what says nothing is an error.</summary>
/// <remarks>From wide to narrow; that order counts.</remarks>
public enum Visibility
{
    Public,
    Members,

    /// <summary>Not even for members: nothing of it but the fact may lie in the content folder.</summary>
    Nonpublic,
}
