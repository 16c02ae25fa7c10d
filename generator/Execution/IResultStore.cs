namespace Fachinfo.Execution;

/// <summary>Results of costly work on single files, by name; unlike documents they outlive a new version of the program.</summary>
/// <remarks>
/// Names are paths such as <c>files/0a/0a1b….text</c>. What is made from members' files has a first folder of its own,
/// <c>members/</c>, which must not become part of a public artefact. Safe on many threads.
/// </remarks>
public interface IResultStore
{
    /// <summary>What the names start with of results that are made from members' things.</summary>
    const string Members = "members/";

    /// <summary>Opens a result for reading; <see langword="null"/> if there is none.</summary>
    Stream? Open(string name);

    /// <summary>Keeps a result as a whole: after a crash it is there completely or not at all.</summary>
    void Write(string name, ReadOnlySpan<byte> bytes);

    /// <summary>Keeps a result that may have megabytes: it goes to its file as it is made.</summary>
    void Write(string name, Action<Stream> write);

    /// <summary>Forgets a result, if there is one.</summary>
    void Delete(string name);
}
