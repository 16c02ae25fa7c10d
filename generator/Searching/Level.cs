namespace Fachinfo.Searching;

/// <summary>How much a term says about a document, in eight steps: where it stands, and how often.</summary>
internal static class Level
{
    public const int Bits = 3;
    public const int Mask = (1 << Bits) - 1;

    /// <summary>Gets what a level counts in the score; <c>shards.js</c> of the theme's search reads them from the index.</summary>
    public static readonly double[] Weights = [0.6, 1, 1.4, 1.9, 2.6, 4, 6, 7.5];

    private const int InTitle = 1 << 30;
    private const int InSummary = 1 << 29;
    private const int InKeywords = 1 << 28;
    private const int CountMask = InKeywords - 1;

    /// <summary>Notes one occurrence in the sum of a term.</summary>
    public static int Note(int sum, Field field) => field switch
    {
        Field.Title => sum | InTitle,
        Field.Summary => sum | InSummary,
        Field.Keywords => sum | InKeywords,
        _ => sum + 1,
    };

    public static int Of(int sum)
    {
        var count = sum & CountMask;
        if ((sum & InTitle) != 0)
        {
            return (sum & InSummary) != 0 || count >= 4 ? 7 : 6;
        }

        if ((sum & InSummary) != 0)
        {
            return count >= 4 ? 5 : 4;
        }

        return (sum & InKeywords) != 0 ? Math.Max(3, OfCount(count)) : OfCount(count);
    }

    /// <summary>Returns the level of a part of a compound: less than that of the word itself.</summary>
    public static int OfPart(int level) => level switch { 0 or 1 => 0, _ => level - 1 };

    private static int OfCount(int count) => count switch { < 2 => 1, < 4 => 2, _ => 3 };
}

/// <summary>Where a term stands.</summary>
internal enum Field
{
    Title,
    Summary,
    Keywords,
    Body,
}
