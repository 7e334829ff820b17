using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>
/// HTTP to S3. Bytes follow their request at once and never wait for "100 Continue", as the client of S3 would have it: a service that refuses while they are already on
/// their way reads them as the next request of that line, and answers that one wrongly (Ceph 16.2.15: 400 Bad Request to whoever comes next).
/// </summary>
internal sealed class S3Line : HttpClientFactory
{
    /// <inheritdoc />
    [SuppressMessage("Reliability", "CA2000", Justification = "The client disposes of its handlers, and the service's client of it.")]
    public override HttpClient CreateHttpClient(IClientConfig clientConfig)
    {
        var sockets = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), AllowAutoRedirect = false };
        // S3Patience bounds each request with all its tries.
        return new HttpClient(new AtOnce(sockets)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private sealed class AtOnce(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.ExpectContinue = false;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
