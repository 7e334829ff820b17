using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace OpenPar.Web.Security;

/// <summary>
/// Whether played roles are possible here: only while the server listens on nothing but this machine, and only for a request
/// that was made on this machine and was not passed on by a proxy.
/// </summary>
public sealed class DemonstrationGate(IServer server)
{
    private static readonly string[] SignsOfProxy = ["X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Forwarded", "Via"];

    /// <summary>Whether this visitor may play a role, if there is one to play.</summary>
    public bool IsOpenTo(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return ListensOnlyOnLoopback()
            && http.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
            // A foreign name that points here is a page of somebody else, using the browser on this machine.
            && IsLoopback(http.Request.Host.Host)
            && !SignsOfProxy.Any(http.Request.Headers.ContainsKey);
    }

    private bool ListensOnlyOnLoopback() =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses is { Count: > 0 } addresses
        && addresses.All(address => IsLoopback(BindingAddress.Parse(address).Host));

    private static bool IsLoopback(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
