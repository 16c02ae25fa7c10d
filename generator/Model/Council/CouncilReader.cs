namespace Fachinfo.Model.Council;

/// <summary>For whom an archive is linked: the public, or members, who see what is public and what is for them.</summary>
internal sealed record CouncilReader(Visibility Widest)
{
    public static readonly CouncilReader Public = new(Visibility.Public);
    public static readonly CouncilReader Members = new(Visibility.Members);

    public bool IsPublic => Widest == Visibility.Public;

    public bool Sees(Visibility visibility) => visibility <= Widest;

    /// <summary>The narrower of two: a file is never more open than its paper.</summary>
    public static Visibility Narrower(Visibility one, Visibility other) => one > other ? one : other;
}
