using OpenPar.Core.Accounts;

namespace OpenPar.App.Data.Model.Accounts;

/// <summary>A role whose people must have a second factor.</summary>
public sealed class SecondFactorRole
{
    public required Role Role { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    public required string SetBy { get; init; }
}
