namespace Fachinfo.Model;

/// <summary>When a server that failed is asked again, and how long after: the same for every import.</summary>
public static class AskingAgain
{
    /// <summary>How often one address is asked for, the first time included.</summary>
    public const int MostAttempts = 5;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    /// <summary>Tells whether a status is one that may pass: too busy, too early, too many questions, a fault of the server (RFC 9110, 15.5 and 15.6; RFC 6585, 4).</summary>
    public static bool IsWorthwhile(int status) => status is 408 or 425 or 429 or >= 500;

    /// <summary>One second, then two, four ...; what the server asks for, if that is longer, but at most two minutes.</summary>
    /// <param name="attempt">How often it was asked so far, from 1.</param>
    /// <param name="asked">What the server said in <c>Retry-After</c>, if it did.</param>
    public static TimeSpan WaitAfter(int attempt, TimeSpan? asked)
    {
        var own = TimeSpan.FromSeconds(1 << (attempt - 1));
        var longer = asked > own ? asked.Value : own;
        return longer < LongestWait ? longer : LongestWait;
    }
}
