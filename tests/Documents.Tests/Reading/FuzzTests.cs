using System.Diagnostics;

namespace OpenPar.Documents.Tests.Reading;

/// <summary>Thousands of damaged text samples, read as annexes: no exception, no hang. The seed is fixed, so a failure can be repeated.</summary>
public class FuzzTests
{
    private const int Rounds = 3_000;
    private static readonly byte[][] Inserts =
    [
        "\t"u8.ToArray(), "\n"u8.ToArray(), "\f"u8.ToArray(), "9999.9999."u8.ToArray(), "1.1.1.1.1.1.1.1."u8.ToArray(), "<i>"u8.ToArray(), "&#0;"u8.ToArray(), "&#xD800;"u8.ToArray(), "&#55296;"u8.ToArray(),
        "Sở "u8.ToArray(), "Các Sở: , , ;"u8.ToArray(), "STT\t"u8.ToArray(), ": 0.5"u8.ToArray(), [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0], "4 5\t"u8.ToArray(), "99999999999999999999"u8.ToArray(), "\u2028"u8.ToArray(), "\uFFFF"u8.ToArray(),
    ];

    [Fact]
    public async Task Damaged_samples_never_throw_and_never_hang()
    {
        var samples = Directory.GetFiles(Annexes.SampleFolder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllBytes).ToArray();
        Assert.Equal(3, samples.Length);
        var random = new Random(1187);
        var clock = Stopwatch.StartNew();
        var slowest = TimeSpan.Zero;
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = Damaged(samples[random.Next(samples.Length)], random);
            var before = clock.Elapsed;
            try
            {
                var annex = await Annexes.ReadAsync(bytes);
                Assert.True(annex.Rows.Count > 0 || annex.Findings.Count > 0, $"Round {round}: nothing was read and nothing was said.");
            }
            catch (Exception error) when (error is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"Round {round}: {error}");
            }

            if (clock.Elapsed - before > slowest) slowest = clock.Elapsed - before;
        }

        Assert.True(slowest < TimeSpan.FromSeconds(10), $"The slowest reading took {slowest}.");
    }

    private static byte[] Damaged(byte[] sample, Random random)
    {
        var bytes = sample.ToList();
        for (var change = random.Next(1, 8); change > 0 && bytes.Count > 0; change--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 60), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0: bytes.RemoveRange(at, length); break;
                case 1: bytes.InsertRange(at, Inserts[random.Next(Inserts.Length)]); break;
                case 2: bytes.InsertRange(at, bytes.GetRange(at, length)); break;
                case 3: bytes[at] = (byte)random.Next(256); break;
                case 4: bytes.Reverse(at, length); break;
                default: bytes.RemoveRange(at, bytes.Count - at); break;
            }
        }

        return [.. bytes];
    }
}
