using Fachinfo.Execution;
using Fachinfo.Model;

namespace Fachinfo.Pages;

/// <summary>What the members' area of one audience holds, and the addresses that its own pages use for it.</summary>
/// <param name="isSealed">Routes in the fragment of one page; otherwise pages below the folder that the host opens to the audience.</param>
public sealed class MembersPlaces(string audience, bool isSealed)
{
    private readonly HashSet<Route> routes = [];

    /// <summary>Adds a page or file; all are added before the first page is rendered.</summary>
    public void Add(Route route) => routes.Add(route);

    public bool Has(Route route) => routes.Contains(route);

    public string Href(string rootPath, Route route, string fragment)
    {
        if (isSealed)
        {
            return Addresses.Fragment(route) + (fragment.Length > 0 ? "!" + fragment : "");
        }

        return rootPath + Addresses.BehindGate(route, audience).Path + (fragment.Length > 0 ? "#" + fragment : "");
    }

    /// <summary>The address of a text's link: of the members' area where that has it, unchanged otherwise.</summary>
    public string Place(string rootPath, string target)
    {
        if (!target.StartsWith(rootPath + "/", StringComparison.Ordinal))
        {
            return target;
        }

        var hash = target.IndexOf('#', StringComparison.Ordinal);
        var route = new Route(target[rootPath.Length..(hash < 0 ? target.Length : hash)]);
        return Has(route) ? Href(rootPath, route, hash < 0 ? "" : target[(hash + 1)..]) : target;
    }
}
