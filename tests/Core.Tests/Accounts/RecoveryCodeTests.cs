using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Accounts;

namespace OpenPar.Core.Tests.Accounts;

public sealed class RecoveryCodeTests
{
    [Fact]
    public void What_is_shown_is_read_back_in_any_case_and_grouping() => Prop.ForAll<byte[]>(bytes =>
    {
        var code = RecoveryCode.Of([.. bytes.Concat(new byte[RecoveryCode.Size]).Take(RecoveryCode.Size)]);
        var shown = code.ToString();
        return shown.Length == 19
            && RecoveryCode.TryParse(shown, out var read) && read == code
            && RecoveryCode.TryParse(shown.ToLowerInvariant().Replace('-', ' ').Replace('0', 'o').Replace('1', 'l'), out var typed) && typed == code;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Different_bytes_give_different_codes() => Prop.ForAll<Guid, Guid>((one, other) =>
    {
        var (first, second) = (one.ToByteArray()[..RecoveryCode.Size], other.ToByteArray()[..RecoveryCode.Size]);
        return first.AsSpan().SequenceEqual(second) == (RecoveryCode.Of(first) == RecoveryCode.Of(second));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("123456")]
    [InlineData("7F3A-91C2-K0ZQ-5WMT-8DHN")]
    [InlineData("7F3A-91C2-K0ZQ-5WMU")]
    public void Anything_else_is_no_code(string? typed) => Assert.False(RecoveryCode.TryParse(typed, out _));

    [Fact]
    public void Too_few_bytes_are_a_mistake_of_the_program() => Assert.Throws<ArgumentOutOfRangeException>(() => RecoveryCode.Of(new byte[9]));
}
