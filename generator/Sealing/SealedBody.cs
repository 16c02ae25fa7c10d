namespace Fachinfo.Sealing;

/// <summary>What is sealed, never held in memory as a whole.</summary>
/// <param name="Length">In bytes.</param>
/// <param name="Write">Writes exactly that many bytes, the same ones at every call.</param>
public sealed record SealedBody(long Length, Action<Stream> Write);
