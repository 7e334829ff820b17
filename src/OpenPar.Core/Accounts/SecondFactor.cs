namespace OpenPar.Core.Accounts;

/// <summary>With what a person proved, beside the password or the session, to be the person.</summary>
public enum SecondFactor
{
    /// <summary>A code of the authenticator application (RFC 6238).</summary>
    Authenticator,

    /// <summary>One of the recovery codes that were given when the authenticator was added.</summary>
    Recovery,

    /// <summary>A passkey: the device with the person's finger, face or PIN.</summary>
    Passkey,

    /// <summary>A played role of the demonstration: nothing was asked, because such an account has nothing to prove.</summary>
    Demonstration,
}
