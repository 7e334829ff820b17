using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace OpenPar.Web.Tests.Evidence;

/// <summary>What a client of the protocol tus does, request by request.</summary>
internal static class Uploading
{
    public static HttpRequestMessage Request(HttpMethod method, string url, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public static Task<HttpResponseMessage> CreateAsync(this HttpClient client, long size, string fileName) => client.SendAsync(Request(
        HttpMethod.Post, "/uploads", ("Upload-Length", size.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", "filename " + Convert.ToBase64String(Encoding.UTF8.GetBytes(fileName)))));

    /// <summary>Announces a file of this size and sends bytes along.</summary>
    public static Task<HttpResponseMessage> CreateWithAsync(this HttpClient client, long size, byte[] content, params (string Name, string Value)[] headers)
    {
        var request = Request(HttpMethod.Post, "/uploads", [("Upload-Length", size.ToString(CultureInfo.InvariantCulture)), ("Upload-Metadata", "filename YS5wZGY="), .. headers]);
        request.Content = new ByteArrayContent(content) { Headers = { ContentType = new("application/offset+octet-stream") } };
        return client.SendAsync(request);
    }

    /// <summary>Announces a file; its address.</summary>
    public static async Task<string> BegunAsync(this HttpClient client, long size, string fileName = "tệp.pdf")
    {
        using var response = await client.CreateAsync(size, fileName);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return response.Headers.Location!.OriginalString;
    }

    /// <summary>Sends a part whose line drops after some bytes.</summary>
    public static async Task DropAsync(this HttpClient client, string url, long offset, byte[] given)
    {
        using var line = new CancellationTokenSource();
        using var request = Request(HttpMethod.Patch, url, ("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)));
        request.Content = new DroppingContent(given, line) { Headers = { ContentType = new("application/offset+octet-stream") } };
        await Assert.ThrowsAnyAsync<Exception>(() => client.SendAsync(request, line.Token));
    }

    public static Task<HttpResponseMessage> PatchAsync(this HttpClient client, string url, long offset, HttpContent content, params (string Name, string Value)[] headers)
    {
        var request = Request(HttpMethod.Patch, url, [("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture)), .. headers]);
        request.Content = content;
        content.Headers.ContentType ??= new MediaTypeHeaderValue("application/offset+octet-stream");
        return client.SendAsync(request);
    }

    public static Task<HttpResponseMessage> PatchAsync(this HttpClient client, string url, long offset, ReadOnlyMemory<byte> part, params (string Name, string Value)[] headers) =>
        client.PatchAsync(url, offset, new ReadOnlyMemoryContent(part), headers);

    /// <summary>Bytes the server has; null when there is no such upload.</summary>
    public static async Task<long?> OffsetAsync(this HttpClient client, string url)
    {
        using var response = await client.SendAsync(Request(HttpMethod.Head, url));
        return response.StatusCode == HttpStatusCode.OK ? long.Parse(response.One("Upload-Offset")!, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Uploads a whole file in one part; its address.</summary>
    public static async Task<string> SentAsync(this HttpClient client, byte[] content, string fileName)
    {
        var url = await client.BegunAsync(content.Length, fileName);
        using var response = await client.PatchAsync(url, 0, content);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        return url;
    }

    /// <summary>Bytes that begin like a PDF; no two calls give the same.</summary>
    public static byte[] Pdf(int size)
    {
        var content = RandomNumberGenerator.GetBytes(size);
        "%PDF-1.4\n"u8.CopyTo(content);
        return content;
    }

    public static string? One(this HttpResponseMessage response, string header) => response.Headers.TryGetValues(header, out var values) ? values.Single() : null;
}

/// <summary>Gives some bytes and then breaks, as a line does.</summary>
internal sealed class DroppingContent(byte[] given, CancellationTokenSource line) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(given);
        await stream.FlushAsync();
        await line.CancelAsync();
        throw new IOException("the line dropped");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
