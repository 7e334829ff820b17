using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Core.Text;

namespace OpenPar.Web.Hosting;

/// <summary>What the operator wished when starting the server.</summary>
/// <param name="Port">Port on this machine's loopback addresses, 1 to 65535.</param>
/// <param name="Data">Data folder, as written.</param>
/// <param name="Demo">Whether the demonstration province is wanted.</param>
/// <param name="Connection">A PostgreSQL of the operator's own (<c>--db</c>, else <c>OPENPAR_DB</c>); null for the private one.</param>
/// <param name="Help">Only the list of options is wanted.</param>
public sealed record ServeOptions(int Port, string Data, bool Demo, string? Connection, bool Help)
{
    /// <summary>Where files of evidence lie (<c>--files</c>, else <c>OPENPAR_FILES</c>); the data folder when nothing is said.</summary>
    public StorageChoice Files { get; init; } = new();

    /// <summary>What a start without options means.</summary>
    public static ServeOptions Default { get; } = new(5080, ".openpar", true, null, false);

    /// <summary>Reads the command line; false with what is wrong in it. Both <c>--port 80</c> and <c>--port=80</c> are taken.</summary>
    public static bool TryParse(
        IReadOnlyList<string> arguments, [NotNullWhen(true)] out ServeOptions? options, [NotNullWhen(false)] out LocalText? refusal)
    {
        var read = Default with
        {
            Connection = NullIfEmpty(Environment.GetEnvironmentVariable("OPENPAR_DB")),
            Files = new StorageChoice(NullIfEmpty(Environment.GetEnvironmentVariable(StorageChoice.Variable))),
        };
        (options, refusal) = (null, null);
        var rest = new Queue<string>(arguments.SelectMany(Split));
        while (refusal is null && rest.TryDequeue(out var name))
        {
            switch (name)
            {
                case "--help" or "-h" or "-?":
                    read = read with { Help = true };
                    break;
                case "--no-demo":
                    read = read with { Demo = false };
                    break;
                case "--s3-virtual-host":
                    read = read with { Files = read.Files with { VirtualHost = true } };
                    break;
                case "--port" or "--data" or "--db" or "--files" or "--s3-endpoint" or "--s3-region":
                    if (!rest.TryDequeue(out var value) || value.Length == 0) refusal = ServeText.NeedsValue(name);
                    else if (With(read, name, value) is { } changed) read = changed;
                    else refusal = ServeText.NoPort(value);
                    break;
                default:
                    refusal = ServeText.UnknownOption(name);
                    break;
            }
        }

        options = refusal is null ? read : null;
        return refusal is null;
    }

    private static ServeOptions? With(ServeOptions options, string name, string value) => name switch
    {
        "--data" => options with { Data = value },
        "--db" => options with { Connection = value },
        "--files" => options with { Files = options.Files with { Address = value } },
        "--s3-endpoint" => options with { Files = options.Files with { Endpoint = value } },
        "--s3-region" => options with { Files = options.Files with { Region = value } },
        _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535
            ? options with { Port = port }
            : null,
    };

    // A connection string has equal signs of its own: only the first one after the option's name separates.
    private static IEnumerable<string> Split(string argument) =>
        argument.StartsWith("--", StringComparison.Ordinal) && argument.IndexOf('=', StringComparison.Ordinal) is > 0 and var at
            ? [argument[..at], argument[(at + 1)..]]
            : [argument];

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
