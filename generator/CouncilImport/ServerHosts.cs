namespace Fachinfo.CouncilImport;

/// <summary>Servers name themselves by hosts that are gone, or by http though they answer on https: such addresses are asked at the server of the call.</summary>
internal sealed class ServerHosts(ImportReport report)
{
    private readonly HashSet<string> others = new(StringComparer.OrdinalIgnoreCase);
    private Uri server = new("https://invalid.invalid/");

    public void Start(Uri start) => server = start;

    /// <summary>Learns from an object that was fetched: same path, other host.</summary>
    /// <returns>Whether the id says the same but for scheme and host.</returns>
    public bool Learn(string id, Uri fetched)
    {
        if (!Uri.TryCreate(id, UriKind.Absolute, out var own) || own.PathAndQuery.TrimEnd('/') != fetched.PathAndQuery.TrimEnd('/') || own.Authority == server.Authority && own.Scheme == server.Scheme)
        {
            return Uri.TryCreate(id, UriKind.Absolute, out own) && own.PathAndQuery.TrimEnd('/') == fetched.PathAndQuery.TrimEnd('/');
        }

        others.Add(own.GetLeftPart(UriPartial.Authority));
        return true;
    }

    /// <summary>Returns the address at which the server can be asked.</summary>
    public Uri Reach(Uri written)
    {
        var authority = written.GetLeftPart(UriPartial.Authority);
        var isSameHost = written.Host.Equals(server.Host, StringComparison.OrdinalIgnoreCase);
        var isPlain = isSameHost && written.Scheme == "http" && server.Scheme == "https" && written.IsDefaultPort && server.IsDefaultPort;
        if (!others.Contains(authority) && !isPlain)
        {
            return written;
        }

        if (!isSameHost)
        {
            report.Note(Deviations.DeadHost, written.AbsoluteUri);
        }

        return new Uri(server.GetLeftPart(UriPartial.Authority) + written.PathAndQuery);
    }
}
