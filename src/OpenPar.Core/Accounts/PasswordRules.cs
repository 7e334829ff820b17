using System.Text;
using OpenPar.Core.Text;

namespace OpenPar.Core.Accounts;

/// <summary>What a password must be, and the one form in which it is hashed.</summary>
public static class PasswordRules
{
    /// <summary>Fewest characters of a password that signs in on its own.</summary>
    public const int LengthAlone = 14;

    /// <summary>Fewest characters of a password beside a second factor: a passkey or an authenticator.</summary>
    public const int LengthWithSecondFactor = 8;

    /// <summary>Most characters; beyond it hashing would only cost time.</summary>
    public const int LengthMost = 128;

    private const int FewestDifferent = 5;

    /// <summary>
    /// Composed form (NFC): the same Vietnamese letters typed on two keyboards must give the same password.
    /// Nothing is trimmed; blanks count.
    /// </summary>
    public static string Canonical(string? password)
    {
        try
        {
            return (password ?? string.Empty).Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair cannot be composed; such text is no password of anybody.
            return string.Empty;
        }
    }

    /// <summary>Whether a password is long enough to sign in without anything else.</summary>
    public static bool SufficesAlone(string? password) => Canonical(password).Length >= LengthAlone;

    /// <summary>What is wrong with a new password; null when nothing is.</summary>
    /// <param name="password">As typed.</param>
    /// <param name="hasSecondFactor">Whether the account has a passkey or an authenticator as well.</param>
    /// <param name="userName">The name it will stand beside; a password may not contain it.</param>
    public static LocalText? Problem(string? password, bool hasSecondFactor, string userName)
    {
        var text = Canonical(password);
        var fewest = hasSecondFactor ? LengthWithSecondFactor : LengthAlone;
        if (text.Length < fewest)
        {
            return new LocalText(
                $"Mật khẩu cần ít nhất {fewest} ký tự; một câu ngắn dễ nhớ là tốt nhất.",
                $"The password needs at least {fewest} characters; a short sentence is best.");
        }

        if (text.Length > LengthMost)
            return new LocalText($"Mật khẩu dài nhất {LengthMost} ký tự.", $"The password may have at most {LengthMost} characters.");
        if (text.Distinct().Count() < FewestDifferent)
        {
            return new LocalText(
                $"Mật khẩu cần ít nhất {FewestDifferent} ký tự khác nhau.",
                $"The password needs at least {FewestDifferent} different characters.");
        }

        return Contains(text, userName)
            ? new LocalText("Mật khẩu không được chứa tên đăng nhập.", "The password must not contain the user name.")
            : null;
    }

    private static bool Contains(string password, string userName)
    {
        var name = userName.Split('@')[0];
        return name.Length >= 4 && password.Contains(name, StringComparison.OrdinalIgnoreCase);
    }
}
