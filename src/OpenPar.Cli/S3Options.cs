using System.CommandLine;
using OpenPar.App.Features.Evidence.Storage;

namespace OpenPar.Cli;

/// <summary>The options of a command that reaches stored files, the same in all of them and as the server has them.</summary>
internal sealed class S3Options
{
    private readonly Option<string?> endpoint = new("--s3-endpoint") { Description = "Dịch vụ tương thích S3 · S3-compatible service (AWS_ENDPOINT_URL_S3)" };
    private readonly Option<string?> region = new("--s3-region") { Description = "Vùng · region (AWS_REGION)" };
    private readonly Option<bool> virtualHost = new("--s3-virtual-host") { Description = "Gọi bucket bằng tên miền · name the bucket by host" };

    public void AddTo(Command command)
    {
        command.Options.Add(endpoint);
        command.Options.Add(region);
        command.Options.Add(virtualHost);
    }

    /// <summary>A place as it was typed; null for the data folder of the installation.</summary>
    public StorageChoice At(string? place, ParseResult parse) => new(place, parse.GetValue(endpoint), parse.GetValue(region), parse.GetValue(virtualHost));
}
