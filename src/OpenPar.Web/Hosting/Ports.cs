using System.Net;
using System.Net.Sockets;
using OpenPar.Core.Text;

namespace OpenPar.Web.Hosting;

/// <summary>Whether a port of this machine is free, asked before anything slow is started.</summary>
public static class Ports
{
    /// <summary>The reason why the port cannot be opened on loopback; null when it can.</summary>
    public static LocalText? Refusal(int port)
    {
        foreach (var address in new[] { IPAddress.Loopback, IPAddress.IPv6Loopback })
        {
            if (address.AddressFamily == AddressFamily.InterNetworkV6 && !Socket.OSSupportsIPv6) continue;
            try
            {
                using var listener = new TcpListener(address, port);
                listener.Start();
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                return ServeText.PortTaken(port);
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.AccessDenied)
            {
                return ServeText.PortForbidden(port);
            }
            catch (SocketException error) when (error.SocketErrorCode == SocketError.AddressNotAvailable)
            {
                // A machine without this loopback family; Kestrel's "localhost" passes over it too.
            }
        }

        return null;
    }
}
