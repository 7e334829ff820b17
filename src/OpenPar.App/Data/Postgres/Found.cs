using OpenPar.Core.Text;

namespace OpenPar.App.Data.Postgres;

/// <summary>A thing that was looked for, or the sentence that says why there is none.</summary>
internal readonly record struct Found<T>(T? Value, LocalText? Refusal)
    where T : class
{
    public static implicit operator Found<T>(T value) => new(value, null);

    public static implicit operator Found<T>(LocalText refusal) => new(null, refusal);
}
