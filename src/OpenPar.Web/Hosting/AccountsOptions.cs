namespace OpenPar.Web.Hosting;

/// <summary>Thresholds of signing in. They may be tightened by an installation.</summary>
public sealed record AccountsOptions
{
    /// <summary>A session ends after this time without a request.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(60);

    /// <summary>Attempts a minute from one network address; an office behind one address signs in at eight o'clock.</summary>
    public int AttemptsPerAddress { get; init; } = 30;

    /// <summary>Attempts a minute on one account.</summary>
    public int AttemptsPerAccount { get; init; } = 10;

    /// <summary>Verification codes a minute from one network address.</summary>
    public int LookUpsPerAddress { get; init; } = 30;
}
