using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>Where files lie in S3-compatible storage. Keys are no part of it.</summary>
/// <param name="Bucket">The bucket.</param>
/// <param name="Prefix">What every name begins with: empty, or ending in a slash.</param>
/// <param name="Endpoint">Address of the service; null for Amazon's own.</param>
/// <param name="Region">The region requests are signed for.</param>
/// <param name="VirtualHost">Whether the bucket is named by the host (<c>bucket.host</c>) and not by the path.</param>
public sealed partial record S3Place(string Bucket, string Prefix, Uri? Endpoint, string Region, bool VirtualHost)
{
    /// <summary>What every address begins with.</summary>
    public const string Scheme = "s3://";

    private const string UsualRegion = "us-east-1";

    /// <summary>Reads <c>s3://bucket/prefix</c> and what goes with it; what is not said is asked of AWS's standard variables.</summary>
    public static bool TryParse(
        string address, string? endpoint, string? region, bool virtualHost, [NotNullWhen(true)] out S3Place? place, [NotNullWhen(false)] out LocalText? refusal)
    {
        ArgumentNullException.ThrowIfNull(address);
        (place, refusal) = (null, null);
        if (Address().Match(address) is not { Success: true } match)
        {
            // Whatever stands there may hold a key: it is not repeated.
            refusal = new LocalText(
                "Nơi để tệp phải có dạng s3://tên-bucket/tiền-tố, không kèm khoá: hãy xem ./run --help.", "The place of files must read s3://bucket/prefix, without keys: see ./run --help.");
            return false;
        }

        endpoint ??= Variable("AWS_ENDPOINT_URL_S3") ?? Variable("AWS_ENDPOINT_URL");
        Uri? at = null;
        if (endpoint is not null && (!Uri.TryCreate(endpoint, UriKind.Absolute, out at) || at.Scheme is not ("http" or "https") || at.UserInfo.Length > 0 || at.Query.Length > 0))
        {
            refusal = new LocalText(
                "Địa chỉ dịch vụ S3 phải bắt đầu bằng https:// hoặc http://, không kèm khoá: hãy kiểm tra --s3-endpoint.", "The endpoint of S3 must begin with https:// or http:// and carry no keys: check --s3-endpoint.");
            return false;
        }

        var prefix = match.Groups["prefix"].Value.Trim('/');
        region ??= Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ?? UsualRegion;
        // Services of one's own rarely have a name for each bucket; Amazon does.
        place = new S3Place(match.Groups["bucket"].Value, prefix.Length == 0 ? "" : prefix + "/", at, region, virtualHost || at is null);
        return true;
    }

    /// <summary>The address, as it is said to people.</summary>
    public override string ToString() => $"{Scheme}{Bucket}/{Prefix}" + (Endpoint is null ? $" ({Region})" : $" ({Endpoint.GetLeftPart(UriPartial.Authority)})");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    [GeneratedRegex("^s3://(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(/(?<prefix>[A-Za-z0-9._/-]{0,200}))?$")]
    private static partial Regex Address();
}
