using System.Text;
using Fachinfo.Execution;

namespace Fachinfo.Storage;

/// <summary>Writes <c>content/.addresses</c>, the memory of published addresses; committed with the content.</summary>
public static class AddressesFile
{
    private const string Name = ".addresses";

    public static void Write(string content, IEnumerable<Route> routes)
    {
        var text = new StringBuilder("# Veröffentlichte Adressen: geschrieben von „fachinfo check --accept-addresses“, nicht von Hand.\n");
        foreach (var route in routes.Order())
        {
            text.Append(route.Path).Append('\n');
        }

        WholeFile.Write(PathOf(content), text.ToString());
    }

    /// <summary>Takes addresses out and leaves the other lines as they are.</summary>
    public static void Strike(string content, IReadOnlySet<Route> gone) =>
        WholeFile.Write(PathOf(content), string.Concat(File.ReadAllLines(PathOf(content)).Where(line => !gone.Contains(new Route(line.Trim()))).Select(line => line + "\n")));

    private static string PathOf(string content) => Path.Combine(content, Name);
}
