using System.Text.RegularExpressions;
using OpenPar.Core.Text;

namespace OpenPar.Core.Accounts;

/// <summary>What may be the name of a person and the name of an account.</summary>
public static partial class AccountNames
{
    /// <summary>What is wrong with a user name; null when nothing is. It is an e-mail address or a plain name, without accents.</summary>
    public static LocalText? ProblemOfUserName(string? userName) =>
        userName is not null && UserName().IsMatch(userName)
            ? null
            : new LocalText(
                "Tên đăng nhập là địa chỉ thư điện tử hoặc tên viết liền không dấu, 3–100 ký tự gồm chữ, số và . _ - @.",
                "The user name is an e-mail address or a name without accents, 3–100 letters, digits and . _ - @.");

    /// <summary>What is wrong with the cleaned full name of a person; null when nothing is.</summary>
    public static LocalText? ProblemOfFullName(string? fullName) =>
        fullName is { Length: >= 2 and <= 200 }
            ? null
            : new LocalText("Cần nhập họ và tên, 2–200 ký tự.", "The full name is needed, 2–200 characters.");

    [GeneratedRegex("^[A-Za-z0-9](?:[A-Za-z0-9._@-]{1,98})[A-Za-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex UserName();
}
