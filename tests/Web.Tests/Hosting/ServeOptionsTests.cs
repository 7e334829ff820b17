using System.Net;
using System.Net.Sockets;
using OpenPar.App.Features.Evidence.Storage;
using OpenPar.Web.Hosting;

namespace OpenPar.Web.Tests.Hosting;

public sealed class ServeOptionsTests
{
    [Fact]
    public void Without_options_the_demonstration_runs_on_5080_from_the_private_folder()
    {
        Assert.True(ServeOptions.TryParse([], out var options, out _));

        Assert.Equal((5080, ".openpar", true), (options.Port, options.Data, options.Demo));
    }

    [Theory]
    [InlineData("--port", "81", "--data", "/d", "--db", "Host=a;Port=5", "--no-demo")]
    [InlineData("--port=81", "--data=/d", "--db=Host=a;Port=5", "--no-demo")]
    public void Options_are_read_with_a_space_or_an_equal_sign(params string[] arguments)
    {
        Assert.True(ServeOptions.TryParse(arguments, out var options, out _));

        Assert.Equal(new ServeOptions(81, "/d", false, "Host=a;Port=5", false), options);
    }

    [Fact]
    public void Files_may_lie_in_S3_whose_keys_no_option_takes()
    {
        Assert.True(ServeOptions.TryParse(["--files=s3://tinh/kho", "--s3-endpoint", "https://s3.example.vn", "--s3-region", "vn-1", "--s3-virtual-host"], out var options, out _));

        Assert.Equal(new StorageChoice("s3://tinh/kho", "https://s3.example.vn", "vn-1", true), options.Files);
        Assert.Equal(new StorageChoice(), ServeOptions.Default.Files);
        Assert.DoesNotContain("--s3-key", ServeText.Help.Vi, StringComparison.Ordinal);
        Assert.False(ServeOptions.TryParse(["--s3-secret", "x"], out _, out _));
    }

    [Fact]
    public void The_last_of_two_prevails()
    {
        Assert.True(ServeOptions.TryParse(["--data", "a", "--data", "b"], out var options, out _));

        Assert.Equal("b", options.Data);
    }

    [Theory]
    [InlineData("--port", "0")]
    [InlineData("--port", "65536")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "tám")]
    [InlineData("--port")]
    [InlineData("--data=")]
    [InlineData("--cổng", "5080")]
    [InlineData("5080")]
    public void Wrong_use_is_refused_in_both_languages(params string[] arguments)
    {
        Assert.False(ServeOptions.TryParse(arguments, out _, out var refusal));

        Assert.Contains("hãy", refusal.Vi, StringComparison.Ordinal);
        Assert.EndsWith(".", refusal.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_taken_port_is_refused_by_naming_the_option()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        Assert.Contains($"{port}", Ports.Refusal(port)!.Vi, StringComparison.Ordinal);
        Assert.Contains("--port", Ports.Refusal(port)!.En, StringComparison.Ordinal);
        other.Stop();
        Assert.Null(Ports.Refusal(port));
    }
}
