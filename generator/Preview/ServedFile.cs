namespace Fachinfo.Preview;

/// <summary>A file of the output, opened when it is asked for.</summary>
public sealed record ServedFile(Func<Stream> Open);
