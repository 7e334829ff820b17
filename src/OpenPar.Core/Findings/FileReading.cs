namespace OpenPar.Core.Findings;

/// <summary>What came out of reading a file: the value, or why there is none, and in both cases everything that was noticed.</summary>
/// <typeparam name="T">What the file holds.</typeparam>
/// <param name="Value">The value; null exactly when a finding is an error.</param>
/// <param name="Findings">All findings in order of the file.</param>
public sealed record FileReading<T>(T? Value, IReadOnlyList<Finding> Findings)
    where T : class
{
    /// <summary>True when the file gave a value.</summary>
    public bool Ok => Value is not null;
}
