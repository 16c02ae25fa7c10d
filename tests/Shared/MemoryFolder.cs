using System.Runtime.CompilerServices;

namespace Fachinfo.Tests;

/// <summary>Puts the folders that tests make into memory, where the system has room for them: on a disk they take twice as long.</summary>
/// <remarks>Whoever names a folder gets that one: <c>TMPDIR=/tmp dotnet test</c> writes to the disk.</remarks>
internal static class MemoryFolder
{
    private const string SharedMemory = "/dev/shm";

    /// <summary>Many times what the tests need; containers often have less.</summary>
    private const long RoomInBytes = 256L << 20;

    [ModuleInitializer]
    internal static void Use()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("TMPDIR")) && Directory.Exists(SharedMemory) && new DriveInfo(SharedMemory).AvailableFreeSpace > RoomInBytes)
        {
            Environment.SetEnvironmentVariable("TMPDIR", SharedMemory);
        }
    }
}
