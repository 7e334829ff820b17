using System.Net;

namespace OpenPar.App.Features.Evidence.Links;

/// <summary>Tells addresses of the open internet from those of an own network, which a link typed by a person must never reach.</summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        IPNetwork.Parse("0.0.0.0/8"), IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("100.64.0.0/10"), IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("169.254.0.0/16"),
        IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.0.0.0/24"), IPNetwork.Parse("192.0.2.0/24"), IPNetwork.Parse("192.88.99.0/24"), IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"), IPNetwork.Parse("198.51.100.0/24"), IPNetwork.Parse("203.0.113.0/24"), IPNetwork.Parse("224.0.0.0/4"), IPNetwork.Parse("240.0.0.0/4"),
        // Documentation, and the two that carry an IPv4 address inside.
        IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2001::/32"), IPNetwork.Parse("2002::/16"),
    ];

    private static readonly IPNetwork Internet6 = IPNetwork.Parse("2000::/3");

    /// <summary>Whether an address is one of the open internet (RFC 6890).</summary>
    public static bool Is(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return (plain.AddressFamily == System.Net.Sockets.AddressFamily.InterNetwork || Internet6.Contains(plain)) && !Array.Exists(NotPublic, n => n.Contains(plain));
    }
}
