using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Accounts;

namespace OpenPar.Core.Tests.Accounts;

public sealed class AuthenticatorCodeTests
{
    private static readonly byte[] SecretOfTheStandard = Encoding.ASCII.GetBytes("12345678901234567890");

    // RFC 6238, appendix B, SHA-1; printed there with eight digits, of which six are the last six.
    [Theory]
    [InlineData(59L, "94287082")]
    [InlineData(1111111109L, "07081804")]
    [InlineData(1111111111L, "14050471")]
    [InlineData(1234567890L, "89005924")]
    [InlineData(2000000000L, "69279037")]
    [InlineData(20000000000L, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string printed)
    {
        var step = AuthenticatorCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds));
        Assert.Equal(printed[2..], AuthenticatorCode.At(SecretOfTheStandard, step));
    }

    // RFC 4226, appendix D.
    [Fact]
    public void Counters_give_the_codes_of_the_standard() => Assert.Equal(
        ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"],
        Enumerable.Range(0, 10).Select(step => AuthenticatorCode.At(SecretOfTheStandard, step)));

    [Fact]
    public void A_code_is_known_one_step_before_and_after_and_no_further() => Prop.ForAll<byte[], uint, byte>((secret, seconds, shift) =>
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_000_000_000L + seconds);
        var (middle, offset) = (AuthenticatorCode.StepAt(now), (shift % 11) - 5);
        var typed = AuthenticatorCode.At(secret, middle + offset);
        var found = AuthenticatorCode.StepOf(secret, typed, now);
        // Far steps may have the same code by chance; then the step found is a near one with that code.
        return typed.Length == 6 && (found is { } step
            ? Math.Abs(step - middle) <= 1 && AuthenticatorCode.At(secret, step) == typed
            : Math.Abs(offset) > 1);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("123456", "123456")]
    [InlineData(" 123 456 ", "123456")]
    [InlineData("12345", null)]
    [InlineData("1234567", null)]
    [InlineData("12345a", null)]
    [InlineData("١٢٣٤٥٦", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Six_digits_are_read_with_blanks_and_nothing_else_is(string? typed, string? read) => Assert.Equal(read, AuthenticatorCode.Read(typed));

    [Fact]
    public void The_address_names_account_secret_and_arithmetic()
    {
        Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", AuthenticatorSecret.Show(SecretOfTheStandard));
        Assert.Equal(
            "otpauth://totp/OpenPAR:lan%40example.vn?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=OpenPAR&algorithm=SHA1&digits=6&period=30",
            AuthenticatorSecret.Address(SecretOfTheStandard, "lan@example.vn"));
    }
}
