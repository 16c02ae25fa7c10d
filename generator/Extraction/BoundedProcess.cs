using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Fachinfo.Extraction;

/// <summary>What a child process said.</summary>
/// <param name="Status">Its exit status; -1 if it was ended for taking too long or saying too much.</param>
internal sealed record ProcessResult(int Status, byte[] Output, string Errors)
{
    public bool WasStopped => Status == -1;
}

/// <summary>Runs an outside program on bytes that nobody trusts: no shell, no inherited environment, limits on time, memory and output.</summary>
/// <param name="limiter">The path of <c>prlimit</c>, which sets limits of the operating system; <see langword="null"/> where there is none.</param>
internal sealed class BoundedProcess(string? limiter)
{
    private const long MostMemory = 1536L * 1024 * 1024;
    private const int MostSeconds = 60;
    private const int LongestErrors = 4096;

    /// <summary>Feeds <paramref name="input"/> to the program and returns what it writes.</summary>
    /// <param name="longestOutput">In bytes; the program is ended when it writes more.</param>
    public ProcessResult Run(string program, IReadOnlyList<string> arguments, Stream input, int longestOutput)
    {
        using var process = new Process { StartInfo = StartInfo(program, arguments) };
        try
        {
            process.Start();
        }
        catch (Win32Exception problem)
        {
            return new ProcessResult(-1, [], problem.Message);
        }

        var feeding = Task.Run(() => Feed(process, input));
        var errors = Task.Run(() => ReadUpTo(process.StandardError.BaseStream, LongestErrors, stopAfter: false));
        var output = Task.Run(() => ReadUpTo(process.StandardOutput.BaseStream, longestOutput, stopAfter: true));
        var hasEnded = output.Wait(TimeSpan.FromSeconds(MostSeconds)) && output.Result is not null && process.WaitForExit(TimeSpan.FromSeconds(MostSeconds));
        if (!hasEnded)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        Task.WaitAll(feeding, errors, output);
        return new ProcessResult(hasEnded ? process.ExitCode : -1, output.Result ?? [], Encoding.UTF8.GetString(errors.Result ?? []));
    }

    private ProcessStartInfo StartInfo(string program, IReadOnlyList<string> arguments)
    {
        var info = new ProcessStartInfo(limiter ?? program)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (limiter is not null)
        {
            info.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--as={MostMemory}"));
            info.ArgumentList.Add(string.Create(CultureInfo.InvariantCulture, $"--cpu={MostSeconds}"));
            info.ArgumentList.Add("--core=0");
            info.ArgumentList.Add("--fsize=0");
            info.ArgumentList.Add("--");
            info.ArgumentList.Add(program);
        }

        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        // The secret of the members' area may stand in our environment; a child gets nothing of it. UTC makes dates the same everywhere.
        info.Environment.Clear();
        info.Environment["TZ"] = "UTC";
        info.Environment["LC_ALL"] = "C";
        return info;
    }

    private static void Feed(Process process, Stream input)
    {
        try
        {
            using var target = process.StandardInput.BaseStream;
            input.CopyTo(target);
        }
        catch (IOException)
        {
            // The program has read enough, or was ended.
        }
    }

    /// <returns><see langword="null"/> if there is more than that and reading stops.</returns>
    private static byte[]? ReadUpTo(Stream stream, int longest, bool stopAfter)
    {
        using var collected = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int count;
            while ((count = stream.Read(buffer)) > 0)
            {
                if (collected.Length + count <= longest)
                {
                    collected.Write(buffer, 0, count);
                }
                else if (stopAfter)
                {
                    return null;
                }
            }
        }
        catch (IOException)
        {
            // The pipe broke with the program.
        }

        return collected.ToArray();
    }
}
