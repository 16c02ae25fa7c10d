using Fachinfo.Commands;

namespace Fachinfo.Tests;

public class EarlyCollectionTests
{
    private const long Megabyte = 1L << 20;

    [Theory]
    [InlineData(199, 10, false)]
    [InlineData(201, 10, true)]
    [InlineData(355, 300, false)]
    [InlineData(365, 300, true)]
    public void Large_heap_is_collected_when_it_has_grown_by_a_fifth(long size, long whole, bool isDue) =>
        Assert.Equal(isDue, EarlyCollection.IsDue(size * Megabyte, whole * Megabyte));
}
