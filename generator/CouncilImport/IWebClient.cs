namespace Fachinfo.CouncilImport;

/// <summary>The one way to the network. Redirects are not followed, nothing is retried: that is the courier's business.</summary>
public interface IWebClient : IDisposable
{
    /// <summary>Fetches one address.</summary>
    /// <exception cref="FetchFailedException">There is no answer.</exception>
    WebAnswer Get(WebQuestion question);
}

/// <param name="LargestBody">The most bytes that the answer may have, after decompression.</param>
public sealed record WebQuestion(Uri Address, string? ETag, string? LastModified, long LargestBody);

public sealed record WebAnswer(int Status, byte[] Body)
{
    public string? Location { get; init; }

    public string? ContentType { get; init; }

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    public TimeSpan? RetryAfter { get; init; }
}
