using System.Globalization;
using System.Text.RegularExpressions;
using OpenPar.Core.Accounts;
using OpenPar.Web.Tests.Shell;
using OpenPar.Web.Tests.Support;

namespace OpenPar.Web.Tests.Accounts;

public sealed partial class QrPictureTests(Site site) : IClassFixture<Site>
{
    private const int Quiet = 4;
    private const string Password = "một câu thật là dài";

    [Fact]
    public async Task The_picture_stands_the_right_way_round_with_a_quiet_border()
    {
        await site.PersonAsync("hinh", Password, roles: Role.Reader);
        var visitor = site.Visitor();
        await visitor.SignInAsync("hinh", Password);
        var picture = (await visitor.PageAsync("/account/authenticator/new")).QuerySelector("main svg[role=img]")!;
        var size = int.Parse(picture.GetAttribute("viewBox")!.Split(' ')[3], CultureInfo.InvariantCulture);
        var dark = new HashSet<(int X, int Y)>();
        foreach (var run in Runs().Matches(picture.QuerySelector("path")!.GetAttribute("d")!).Select(m => m.Groups))
        {
            var (x, y, width) = (Number(run[1]), Number(run[2]), Number(run[3]));
            for (var i = 0; i < width; i++) dark.Add((x + i, y));
        }

        Assert.Equal(0, (size - (2 * Quiet) - 17) % 4);
        Assert.DoesNotContain(dark, m => m.X < Quiet || m.Y < Quiet || m.X >= size - Quiet || m.Y >= size - Quiet);
        // ISO/IEC 18004, 7.9: the format, masked with 101010000010010, is a codeword of its BCH code; mirrored it would not be. Level M is 00.
        var format = FormatPlaces().Aggregate(0, (bits, place) => (bits << 1) | (dark.Contains((place.X + Quiet, place.Y + Quiet)) ? 1 : 0)) ^ 0b101010000010010;
        Assert.Equal((0, 0), (Remainder(format), format >> 13));
    }

    // From the highest bit to the lowest, around the upper left corner.
    private static IEnumerable<(int X, int Y)> FormatPlaces() =>
    [
        (0, 8), (1, 8), (2, 8), (3, 8), (4, 8), (5, 8), (7, 8), (8, 8), (8, 7), (8, 5), (8, 4), (8, 3), (8, 2), (8, 1), (8, 0),
    ];

    private static int Remainder(int bits)
    {
        for (var i = 14; i >= 10; i--)
        {
            if ((bits >> i & 1) == 1) bits ^= 0b10100110111 << (i - 10);
        }

        return bits;
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\d+z")]
    private static partial Regex Runs();
}
