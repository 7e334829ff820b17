using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Accounts;

namespace OpenPar.Core.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("abcdefgh12345", false, false)]
    [InlineData("abcdefgh123456", false, true)]
    [InlineData("abcdefg", true, false)]
    [InlineData("abcdefgh", true, true)]
    [InlineData("abababababababababab", false, false)]
    [InlineData("xin.chao.lan.nguyen", false, false)]
    public void Length_variety_and_the_own_name_decide(string password, bool hasSecondFactor, bool good) =>
        Assert.Equal(good, PasswordRules.Problem(password, hasSecondFactor, "lan.nguyen@example.vn") is null);

    [Fact]
    public void What_is_good_beside_a_second_factor_may_still_not_stand_alone() =>
        Assert.Equal((true, false), (PasswordRules.Problem("tám ký tự", true, "an") is null, PasswordRules.SufficesAlone("tám ký tự")));

    [Fact]
    public void Half_a_surrogate_pair_is_no_password() => Assert.NotNull(PasswordRules.Problem("mot cau that dai \ud800", false, "an"));

    [Fact]
    public void A_password_typed_in_pieces_is_the_same_password() => Prop.ForAll<NonNull<string>>(text =>
    {
        var whole = PasswordRules.Canonical(text.Get);
        return whole.Length == 0 || PasswordRules.Canonical(whole.Normalize(NormalizationForm.FormD)) == whole;
    }).QuickCheckThrowOnFailure();
}
