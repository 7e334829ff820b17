namespace OpenPar.App.Data.Model.Accounts;

/// <summary>The authenticator application of a person, confirmed with a first code.</summary>
public sealed class Authenticator
{
    public required Guid UserId { get; init; }

    /// <summary>The shared secret, encrypted with the keys of the installation for this account alone.</summary>
    public required byte[] Secret { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The step of the last code that was used; codes up to it count no more.</summary>
    public required long LastStep { get; set; }

    /// <summary>Wrong codes in a row.</summary>
    public int FailedCount { get; set; }

    /// <summary>After too many wrong codes none is looked at before this moment.</summary>
    public DateTimeOffset? RestsUntil { get; set; }
}

/// <summary>A recovery code beside an authenticator. Only its hash is kept.</summary>
public sealed class RecoveryCodeRecord
{
    public required Guid UserId { get; init; }

    public required string CodeHash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
