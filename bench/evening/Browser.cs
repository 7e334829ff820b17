using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace OpenPar.Bench.Evening;

/// <summary>What a browser got: the whole body has been read.</summary>
internal sealed record Got(int Status, string Body, Uri? Location, string? UploadOffset)
{
    public bool Ok => Status is >= 200 and < 400;
}

/// <summary>
/// The browser of one person: cookies of its own, connections of its own from a loopback address of its own, as an office has. It waits and
/// asks again after an interruption when the evening has interruptions; otherwise everything unexpected is an error.
/// </summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient client;
    private readonly Plan plan;
    private readonly Tally tally;

    public Browser(Plan plan, Tally tally, int number)
    {
        (this.plan, this.tally) = (plan, tally);
        var own = new IPAddress([127, 1, (byte)(number / 250), (byte)((number % 250) + 2)]);
        client = new HttpClient(new SocketsHttpHandler
        {
            CookieContainer = new CookieContainer(),
            AllowAutoRedirect = false,
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
            ConnectCallback = async (context, cancellationToken) =>
            {
                var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    socket.Bind(new IPEndPoint(own, 0));
                    await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        })
        {
            BaseAddress = new Uri(plan.Base),
            Timeout = TimeSpan.FromSeconds(60),
        };
    }

    /// <summary>The form token of a page.</summary>
    public static string Token(string html) => TokenField().Match(html).Groups[1].Value;

    /// <summary>The version of a row in a page or a fragment.</summary>
    public static string Version(string html) => VersionField().Match(html).Groups[1].Value;

    public async Task SignInAsync(string name, CancellationToken cancellationToken)
    {
        var page = await GetAsync("sign-in page", "/sign-in", cancellationToken);
        var answer = await PostAsync("sign-in", "/sign-in", [("__RequestVerificationToken", Token(page.Body)), ("userName", name), ("password", Province.Password)], cancellationToken);
        if (answer.Status != 302) throw new InvalidOperationException($"{name} was not signed in: {answer.Status}");
    }

    public Task<Got> GetAsync(string kind, string url, CancellationToken cancellationToken) => SendAsync(kind, () => new HttpRequestMessage(HttpMethod.Get, url), cancellationToken);

    public Task<Got> PostAsync(string kind, string url, IEnumerable<(string Name, string Value)> fields, CancellationToken cancellationToken, bool htmx = false)
    {
        var pairs = fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).ToList();
        return SendAsync(kind, () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(pairs) };
            if (htmx) request.Headers.Add("HX-Request", "true");
            return request;
        }, cancellationToken);
    }

    /// <summary>Sends until there is an answer. 4xx is an answer; no connection and 5xx are interruptions, or errors when none are expected.</summary>
    public async Task<Got> SendAsync(string kind, Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        for (var wait = 500; ; wait = Math.Min(wait * 2, 4_000))
        {
            var begin = Stopwatch.GetTimestamp();
            try
            {
                using var request = make();
                using var response = await client.SendAsync(request, cancellationToken);
                var body = await response.Content.ReadAsStringAsync(cancellationToken);
                if ((int)response.StatusCode < 500)
                {
                    tally.Took(kind, Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
                    var offset = response.Headers.TryGetValues("Upload-Offset", out var values) ? values.First() : null;
                    return new Got((int)response.StatusCode, body, response.Headers.Location, offset);
                }

                if (!plan.Patient) tally.Wrong($"{kind}: status {(int)response.StatusCode}");
            }
            catch (Exception error) when (error is HttpRequestException or IOException || (error is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                if (!plan.Patient) tally.Wrong($"{kind}: {error.GetType().Name} {error.InnerException?.Message ?? error.Message}");
            }

            if (!plan.Patient) return new Got(0, "", null, null);
            tally.Interrupted();
            await Task.Delay(wait, cancellationToken);
        }
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("__RequestVerificationToken\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("name=\"version\" value=\"(\\d+)\"")]
    private static partial Regex VersionField();
}
