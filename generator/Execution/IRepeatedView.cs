namespace Fachinfo.Execution;

/// <summary>A part of a view model that many pages show in the same way, such as the line of a notice in listings: the same object on each of them.</summary>
/// <remarks>A partial that looks at nothing else is rendered once for it, and copied to the other pages.</remarks>
#pragma warning disable CA1040 // Tells what a view is; it has nothing to do.
public interface IRepeatedView;
#pragma warning restore CA1040
