using System.ComponentModel;
using System.Diagnostics;

namespace Fachinfo.Preview;

/// <summary>Opens an address in the browser of the desktop.</summary>
public static class BrowserOpener
{
    /// <returns>Whether there is one.</returns>
    public static bool TryOpen(string address)
    {
        try
        {
            using var browser = Process.Start(new ProcessStartInfo(address) { UseShellExecute = true });
            return true;
        }
        catch (Exception missing) when (missing is Win32Exception or InvalidOperationException or FileNotFoundException)
        {
            return false;
        }
    }
}
