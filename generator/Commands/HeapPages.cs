using System.Globalization;
using System.Runtime.InteropServices;

namespace Fachinfo.Commands;

/// <summary>Lets the memory of this process come in pages of 2 MB instead of 4 KB, where the system offers it.</summary>
/// <remarks>
/// A build touches 300 MB for the first time, and each 4 KB of it stops the program for a moment: a tenth to a third of the time.
/// Linux gives large pages to memory that asks for them, but only where the whole 2 MB are open, and the collector opens what it
/// reserved in steps of 64 KB. So it is opened in advance: what is never touched costs nothing, what the collector gives back
/// it closes.
/// </remarks>
internal static class HeapPages
{
    /// <summary>Enough for most builds; what comes after it has pages of 4 KB.</summary>
    private const ulong Most = 1UL << 30;

    private const int ReadWrite = 1 | 2;
    private const int InDumps = 17;
    private const int HugePages = 14;

    /// <summary>Asks for large pages. Nothing but time depends on the answer.</summary>
    public static void Ask()
    {
        // The collector reserves at least twice the memory of the machine: all that is opened here lies in its own range.
        if (!OperatingSystem.IsLinux() || GC.GetGCMemoryInfo().TotalAvailableMemoryBytes < 2 * (long)Most)
        {
            return;
        }

        var pin = GCHandle.Alloc(new byte[1], GCHandleType.Pinned);
        try
        {
            foreach (var (start, length) in Reserved(File.ReadLines("/proc/self/maps"), (ulong)pin.AddrOfPinnedObject()))
            {
                if (NativeMethods.mprotect(start, length, ReadWrite) == 0 && NativeMethods.madvise(start, length, InDumps) == 0)
                {
                    _ = NativeMethods.madvise(start, length, HugePages);
                }
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or FormatException or DllNotFoundException or EntryPointNotFoundException)
        {
            // A system that keeps the map of memory to itself gives pages of 4 KB.
        }
        finally
        {
            pin.Free();
        }
    }

    /// <summary>Finds what is reserved and not open after an address, in the same range.</summary>
    /// <param name="map">Lines of <c>/proc/self/maps</c>: <c>7ef1d8000000-7ef1d8010000 rw-p 00000000 00:00 0</c>, and a path where a file is mapped.</param>
    /// <param name="address">Of an object on the heap.</param>
    /// <returns>Starts and lengths in bytes, <see cref="Most"/> at most in all.</returns>
    internal static IReadOnlyList<(ulong Start, ulong Length)> Reserved(IEnumerable<string> map, ulong address)
    {
        var found = new List<(ulong Start, ulong Length)>();
        var limit = address + Most;
        var next = 0UL;
        foreach (var line in map)
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var bounds = fields[0].Split('-');
            var (start, end) = (Number(bounds[0]), Number(bounds[1]));
            if (end <= address)
            {
                continue;
            }

            var isSameRange = next == 0 ? start <= address : start == next;
            if (!isSameRange || fields.Length > 5 || start >= limit)
            {
                break;
            }

            if (fields[1] == "---p" && start > address)
            {
                found.Add((start, Math.Min(end, limit & ~0xFFFUL) - start));
            }

            next = end;
        }

        return found;
    }

    private static ulong Number(string digits) => ulong.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static class NativeMethods
    {
        [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int mprotect(ulong start, ulong length, int access);

        [DllImport("libc"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int madvise(ulong start, ulong length, int advice);
    }
}
