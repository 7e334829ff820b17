using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace OpenPar.Bench.Evening;

/// <summary>Proves a row with a new file as the page does: the form, the file in parts (tus), what its head says, the document and its citation.</summary>
internal sealed class Uploading(Browser browser, Tally tally, Ledger ledger, Plan plan)
{
    public async Task ProveAsync(Guid row, byte[] content, int file, CancellationToken cancellationToken)
    {
        var form = await browser.GetAsync("evidence page", $"/rows/{row}/evidence", cancellationToken);
        if (form.Status != 200) { tally.Wrong($"evidence page: status {form.Status}"); return; }
        if (await SendAsync(content, cancellationToken) is not { } upload) return;
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        ledger.Files.Add(sha256);
        var proposal = await browser.GetAsync("proposal from the file", $"{upload}/proposal", cancellationToken);
        if (proposal.Status != 200) tally.Wrong($"proposal: status {proposal.Status}");
        else if (proposal.Body.Contains("\"read\":false", StringComparison.Ordinal)) tally.Took("proposal put off: too many files waited", 0);
        await CiteAsync(row, form.Body, upload, sha256, file, cancellationToken);
    }

    public async Task<string?> SendAsync(byte[] content, CancellationToken cancellationToken)
    {
        // Up to a megabyte goes along with the announcement, as the page does it.
        var begun = await browser.SendAsync("upload of 200 KB", () => Tus(HttpMethod.Post, "/uploads", r =>
        {
            r.Headers.Add("Upload-Length", content.Length.ToString(CultureInfo.InvariantCulture));
            r.Headers.Add("Upload-Metadata", "filename " + Convert.ToBase64String(Encoding.UTF8.GetBytes("Báo cáo kết quả.pdf")));
            r.Content = Part(content, 0);
        }), cancellationToken);
        if (begun.Status != 201) { tally.Wrong($"upload: status {begun.Status} {begun.Body}"); return null; }
        var upload = begun.Location!.ToString();
        if (begun.UploadOffset == content.Length.ToString(CultureInfo.InvariantCulture)) return upload;
        for (var offset = 0; ;)
        {
            var from = offset;
            var sent = await browser.SendAsync("upload, the rest", () => Tus(HttpMethod.Patch, upload, r =>
            {
                r.Headers.Add("Upload-Offset", from.ToString(CultureInfo.InvariantCulture));
                r.Content = Part(content, from);
            }), cancellationToken);
            if (sent.Status == 204 && sent.UploadOffset == content.Length.ToString(CultureInfo.InvariantCulture)) return upload;
            if (sent.Status != 409 || !plan.Patient) { tally.Wrong($"upload: status {sent.Status} {sent.Body}"); return null; }
            // After an interruption the server says how much it has, and the rest is sent.
            var told = await browser.SendAsync("upload, asked again", () => Tus(HttpMethod.Head, upload, _ => { }), cancellationToken);
            if (told.Status != 200) { tally.Wrong($"upload asked: status {told.Status}"); return null; }
            offset = int.Parse(told.UploadOffset!, CultureInfo.InvariantCulture);
            if (offset == content.Length) return upload;
        }
    }

    public async Task CiteAsync(Guid row, string form, string upload, string sha256, int file, CancellationToken cancellationToken)
    {
        var answer = await browser.SendAsync("document and citation", () =>
        {
            var content = new MultipartFormDataContent();
            foreach (var (name, value) in new[]
            {
                ("__RequestVerificationToken", Browser.Token(form)), ("upload", upload.Split('/')[^1]), ("number", $"{((row.GetHashCode() & 0xFFFF) + file) % 500 + 1}"), ("symbol", "BC-MAU"), ("issuer", "Đơn vị minh hoạ"),
                ("issuedOn", "05/11/2025"), ("subject", "Báo cáo kết quả thực hiện nhiệm vụ"), ("type", "Báo cáo"), ("signer", ""), ("item", ""), ("page", "1"),
            })
                content.Add(new StringContent(value), name);
            return new HttpRequestMessage(HttpMethod.Post, $"/rows/{row}/evidence?handler=New") { Content = content };
        }, cancellationToken);
        if (answer.Status == 302) ledger.Citations.Add((row, sha256));
        // The answer to the first attempt was lost: the upload is a document by now.
        else if (plan.Patient && answer.Status == 422) tally.Took("document told of an answer that was lost", 0);
        else tally.Wrong($"document: status {answer.Status}");
    }

    private static ByteArrayContent Part(byte[] content, int from) => new(content, from, content.Length - from) { Headers = { ContentType = new MediaTypeHeaderValue("application/offset+octet-stream") } };

    private static HttpRequestMessage Tus(HttpMethod method, string url, Action<HttpRequestMessage> fill)
    {
        var request = new HttpRequestMessage(method, url);
        request.Headers.Add("Tus-Resumable", "1.0.0");
        fill(request);
        return request;
    }
}
