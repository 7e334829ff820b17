using System.Diagnostics.CodeAnalysis;
using Amazon.Runtime;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>Where the operator wants files to lie. Keys come from the environment alone, so that no list of processes and no log shows them.</summary>
/// <param name="Address"><c>s3://bucket/prefix</c>; null for the data folder.</param>
/// <param name="Endpoint">Address of the S3-compatible service; null for Amazon's own.</param>
/// <param name="Region">Its region.</param>
/// <param name="VirtualHost">Whether the service names buckets by host.</param>
public sealed record StorageChoice(string? Address = null, string? Endpoint = null, string? Region = null, bool VirtualHost = false)
{
    /// <summary>Names the same place as <c>--files</c>.</summary>
    public const string Variable = "OPENPAR_FILES";

    private const string KeyVariable = "AWS_ACCESS_KEY_ID", SecretVariable = "AWS_SECRET_ACCESS_KEY", SessionVariable = "AWS_SESSION_TOKEN";

    /// <summary>The storage; false with what is wrong. Nothing is asked of a service yet.</summary>
    public bool TryOpen(string dataFolder, [NotNullWhen(true)] out IStorage? storage, [NotNullWhen(false)] out LocalText? refusal)
    {
        (storage, refusal) = (null, null);
        if (Address is null)
        {
            storage = new DiskStorage(dataFolder);
            return true;
        }

        if (!S3Place.TryParse(Address, Endpoint, Region, VirtualHost, out var place, out refusal)) return false;
        if (Keys() is not { } keys)
        {
            refusal = new LocalText(
                $"Chưa có khoá của kho S3: hãy đặt biến môi trường {KeyVariable} và {SecretVariable} rồi chạy lại.",
                $"There are no keys for the S3 storage: set the environment variables {KeyVariable} and {SecretVariable}, then run again.");
            return false;
        }

        storage = new S3Storage(place, keys, dataFolder);
        return true;
    }

    private static AWSCredentials? Keys()
    {
        var (key, secret, session) = (Environment.GetEnvironmentVariable(KeyVariable), Environment.GetEnvironmentVariable(SecretVariable), Environment.GetEnvironmentVariable(SessionVariable));
        if (string.IsNullOrWhiteSpace(key) || string.IsNullOrWhiteSpace(secret)) return null;
        return string.IsNullOrWhiteSpace(session) ? new BasicAWSCredentials(key, secret) : new SessionAWSCredentials(key, secret, session);
    }
}
