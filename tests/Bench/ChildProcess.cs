using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Fachinfo.Bench;

/// <summary>What a process took.</summary>
/// <param name="Seconds">From start to end as a clock on the wall shows it.</param>
/// <param name="ProcessorSeconds">Of all threads, user and system: hardly moved by what else the machine does.</param>
/// <param name="PeakBytes">The largest resident size.</param>
internal sealed record Taken(int Status, double Seconds, double ProcessorSeconds, long PeakBytes, string Output);

/// <summary>Runs a program and measures it with <c>wait4</c>; .NET's own process class tells neither peak memory nor time after the end.</summary>
/// <remarks>
/// Linux counts the size of the parent towards the peak of a child that is started with <c>vfork</c>, so no peak is smaller than
/// this process (some 40 MB). Nothing here may use <see cref="Process"/>: it would reap the children itself.
/// </remarks>
internal static class ChildProcess
{
    /// <summary>glibc, 64 bit: user and system time (two <c>timeval</c>), then <c>ru_maxrss</c> in kilobytes, then 13 more.</summary>
    private const int ResourceUsageLongs = 18;

    private const int WriteOnlyCreateTruncate = 0x1 | 0x40 | 0x200;
    private const int FileActionsSize = 256;
    private const int OwnerReadWrite = 0x180;

    /// <param name="log">A file for standard output and error.</param>
    /// <exception cref="Win32Exception">The program cannot be started.</exception>
    public static Taken Run(string program, IReadOnlyList<string> arguments, string log)
    {
        var usage = new long[ResourceUsageLongs];
        var started = Stopwatch.GetTimestamp();
        var pid = Spawn(program, arguments, log);
        if (wait4(pid, out var status, 0, usage) != pid)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var processor = usage[0] + usage[2] + ((usage[1] + usage[3]) / 1e6);
        return new Taken((status >> 8) & 0xff | (status & 0x7f), seconds, processor, usage[4] * 1024, File.ReadAllText(log));
    }

    private static int Spawn(string program, IReadOnlyList<string> arguments, string log)
    {
        var actions = Marshal.AllocHGlobal(FileActionsSize);
        var strings = arguments.Prepend(program).Select(Marshal.StringToCoTaskMemUTF8).ToArray();
        var variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Select(variable => Marshal.StringToCoTaskMemUTF8($"{variable.Key}={variable.Value}")).ToArray();
        try
        {
            _ = posix_spawn_file_actions_init(actions);
            _ = posix_spawn_file_actions_addopen(actions, 1, Encoding.UTF8.GetBytes(log + '\0'), WriteOnlyCreateTruncate, OwnerReadWrite);
            _ = posix_spawn_file_actions_adddup2(actions, 1, 2);
            var error = posix_spawn(out var pid, strings[0], actions, 0, [.. strings, 0], [.. variables, 0]);
            return error == 0 ? pid : throw new Win32Exception(error, $"{program} cannot be started.");
        }
        finally
        {
            _ = posix_spawn_file_actions_destroy(actions);
            Marshal.FreeHGlobal(actions);
            Array.ForEach(strings, Marshal.FreeCoTaskMem);
            Array.ForEach(variables, Marshal.FreeCoTaskMem);
        }
    }

#pragma warning disable SYSLIB1054, CA5392 // Six calls to libc; generated marshalling needs unsafe code.
    [DllImport("libc")]
    private static extern int posix_spawn(out int pid, nint path, nint actions, nint attributes, nint[] arguments, nint[] variables);

    [DllImport("libc")]
    private static extern int posix_spawn_file_actions_init(nint actions);

    [DllImport("libc")]
    private static extern int posix_spawn_file_actions_destroy(nint actions);

    [DllImport("libc")]
    private static extern int posix_spawn_file_actions_addopen(nint actions, int file, byte[] path, int flags, int mode);

    [DllImport("libc")]
    private static extern int posix_spawn_file_actions_adddup2(nint actions, int file, int newFile);

    [DllImport("libc", SetLastError = true)]
    private static extern int wait4(int pid, out int status, int options, [Out] long[] usage);
#pragma warning restore SYSLIB1054, CA5392
}
