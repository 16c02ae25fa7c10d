namespace Fachinfo.Bench.Search;

/// <summary>What was fetched from an index.</summary>
internal readonly record struct Fetched(int Requests, long Bytes);

/// <summary>What a query cost.</summary>
/// <param name="Answer">Until the first hits were shown.</param>
/// <param name="All">With the rest of the ten, which the page fetches when the browser has time.</param>
internal sealed record SearchCost(Fetched Answer, Fetched All);

/// <summary>A query as the first one of a visit, as a later one, and how long it takes with all pieces there.</summary>
/// <param name="Hits">As the page counts them.</param>
/// <param name="Milliseconds">From unpacking the pieces to the first ten hits; 0 where the page leads away.</param>
internal sealed record MeasuredQuery(TypicalQuery Query, string Hits, SearchCost First, SearchCost Later, double Milliseconds);
