using Fachinfo.Commands;

namespace Fachinfo.Tests;

public class HeapPagesTests
{
    private const string Map = """
        55d0c0000000-55d0c0100000 r--p 00000000 fe:00 131 /usr/bin/fachinfo
        7e0000000000-7e0000001000 ---p 00000000 00:00 0
        7e8000000000-7e8000010000 rw-p 00000000 00:00 0
        7e8000010000-7e8000400000 ---p 00000000 00:00 0
        7e8000400000-7e8000410000 rw-p 00000000 00:00 0
        7e8000410000-7ec000000000 ---p 00000000 00:00 0
        7ec000000000-7ec000001000 ---p 00000000 00:00 0 [guard]
        7ec000001000-7ec000002000 ---p 00000000 00:00 0
        """;

    [Fact]
    public void What_is_reserved_behind_an_object_is_found_up_to_a_gigabyte() =>
        Assert.Equal(
            [(0x7e8000010000UL, 0x3f0000UL), (0x7e8000410000UL, 0x40000000UL - 0x410000 + 0x1000)],
            HeapPages.Reserved(Map.Split('\n'), 0x7e8000001234UL));

    [Theory]
    [InlineData(0x55d0c0000010UL)]
    [InlineData(0x7f0000000000UL)]
    [InlineData(0x7ebfffffe000UL)]
    public void Nothing_outside_of_the_range_is_touched(ulong address) =>
        Assert.Empty(HeapPages.Reserved(Map.Split('\n'), address));
}
