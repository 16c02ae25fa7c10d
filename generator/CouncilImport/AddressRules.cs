using System.Net;
using System.Net.Sockets;

namespace Fachinfo.CouncilImport;

/// <summary>Tells which hosts and which network addresses may be asked.</summary>
public sealed class AddressRules
{
    private readonly HashSet<string> hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<IPAddress> named = [];

    /// <param name="named">Hosts on the command line: that of the server, and those allowed besides. An IP address among them may be asked even if it is private.</param>
    public AddressRules(IEnumerable<string> named)
    {
        foreach (var host in named.Select(name => name.Trim('[', ']')))
        {
            hosts.Add(host);
            if (IPAddress.TryParse(host, out var address))
            {
                this.named.Add(Plain(address));
            }
            else if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            {
                this.named.Add(IPAddress.Loopback);
                this.named.Add(IPAddress.IPv6Loopback);
            }
        }
    }

    /// <summary>Tells whether a host was named on the command line.</summary>
    public bool IsNamed(Uri address) => hosts.Contains(address.Host.Trim('[', ']'));

    /// <summary>Tells whether a connection to a resolved address may be opened: public ones, and what was named.</summary>
    public bool MayConnect(IPAddress address) => IsPublic(Plain(address)) || named.Contains(Plain(address));

    /// <summary>Tells whether an address belongs to the public internet.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        var plain = Plain(address);
        var bytes = plain.GetAddressBytes();
        if (plain.AddressFamily == AddressFamily.InterNetwork)
        {
            return bytes[0] switch
            {
                0 or 10 or 127 or >= 224 => false,
                100 => bytes[1] is < 64 or > 127,
                169 => bytes[1] != 254,
                172 => bytes[1] is < 16 or > 31,
                192 => bytes[1] != 168 && !(bytes[1] == 0 && bytes[2] is 0 or 2),
                198 => bytes[1] is not (18 or 19) && !(bytes[1] == 51 && bytes[2] == 100),
                203 => !(bytes[1] == 0 && bytes[2] == 113),
                _ => true,
            };
        }

        // Global unicast only, and of that none of the ways to tunnel an IPv4 address through it.
        var isGlobal = (bytes[0] & 0xE0) == 0x20;
        var isTunnel = (bytes[0] == 0x20 && bytes[1] == 0x02) || (bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0 && bytes[3] == 0);
        var isDocumentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == 0xB8;
        return isGlobal && !isTunnel && !isDocumentation;
    }

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
