namespace Fachinfo.Extraction;

/// <summary>Reads PDF files. The only implementation besides those of tests runs poppler.</summary>
internal interface IPdfReader
{
    /// <summary>Reads text, facts and a picture of the first page.</summary>
    /// <param name="content">Opens the file anew, for each program that reads it.</param>
    FileReading Read(Func<Stream> content);
}
