using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Papers;

namespace OpenPar.Core.Tests.Papers;

public class PaperCodeTests
{
    private const string Zeros = "0000-0000-0000-0000-0000";

    [Fact]
    public void A_code_has_a_hundred_bits_in_five_groups_of_four()
    {
        Assert.Equal(Zeros, PaperCode.Of(new byte[32]).ToString());
        Assert.Equal("ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ", PaperCode.Of(Enumerable.Repeat((byte)0xFF, 32).ToArray()).ToString());
        Assert.Equal("0000-0000-0000-0000-0001", PaperCode.Of([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10]).ToString());
    }

    [Theory]
    [InlineData("0000-0000-0000-0000-0000")]
    [InlineData("ooooOOOO 0000 0000 0000")]
    [InlineData(" 0000–0000–0000–0000–0000 ")]
    public void A_code_is_read_as_people_type_it(string typed)
    {
        Assert.True(PaperCode.TryParse(typed, out var code));
        Assert.Equal(Zeros, code.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0000-0000-0000-0000")]
    [InlineData("0000-0000-0000-0000-000U")]
    [InlineData("0000-0000-0000-0000-0000-0000")]
    [InlineData("0000-0000-0000-0000-000Đ")]
    public void Anything_else_is_no_code(string? typed) => Assert.False(PaperCode.TryParse(typed, out _));

    [Fact]
    public void Every_code_reads_back_and_every_bit_of_the_hundred_counts() => Prop.ForAll<int>(seed =>
    {
        var hash = SHA256.HashData(BitConverter.GetBytes(seed));
        var code = PaperCode.Of(hash);
        var flipped = (byte[])hash.Clone();
        var bit = (int)((uint)seed % 100);
        flipped[bit / 8] ^= (byte)(0x80 >> (bit % 8));
        return PaperCode.TryParse(code.ToString().ToLowerInvariant(), out var read) && read == code && PaperCode.Of(flipped) != code;
    }).QuickCheckThrowOnFailure();
}
