namespace Fachinfo.Bench;

/// <summary>Which notices there are: 700 to 1,150 a year, the newest first, counted back from the end of 2025.</summary>
internal sealed class NoticePlan
{
    private const int NewestYear = 2025;
    private const int FewestInYear = 700;
    private const int MostInYear = 1_150;

    public NoticePlan(int count, int seed)
    {
        Seed = seed;
        for (var (year, left) = (NewestYear, count); left > 0; year--)
        {
            var inYear = Math.Min(left, FewestInYear + Chance.Of(seed, year, 0).Below(MostInYear - FewestInYear + 1));
            Years.Add((year, inYear));
            left -= inYear;
        }
    }

    public int Seed { get; }

    /// <summary>Gets years with their number of notices, numbered from 1, the newest year first.</summary>
    public List<(int Year, int Count)> Years { get; } = [];

    /// <summary>Dates rise with the numbers, but not strictly, as in real series.</summary>
    public static DateOnly DateOf(int year, int number, int count, Chance chance)
    {
        var day = (number * 364 / count) + chance.Below(7) - 3;
        return new DateOnly(year, 1, 1).AddDays(Math.Clamp(day, 0, 364));
    }

    /// <summary>Another notice, to link to: of the same year with a lower number, else of a year before; none for the very first.</summary>
    public (int Year, int Number)? Earlier(int yearIndex, int number, Chance chance)
    {
        if (number > 1 && chance.Percent(60))
        {
            return (Years[yearIndex].Year, 1 + chance.Below(number - 1));
        }

        if (yearIndex + 1 >= Years.Count)
        {
            return null;
        }

        var (year, count) = Years[yearIndex + 1 + chance.Below(Math.Min(3, Years.Count - yearIndex - 1))];
        return (year, 1 + chance.Below(count));
    }
}
