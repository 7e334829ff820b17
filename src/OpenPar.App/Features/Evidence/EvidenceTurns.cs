namespace OpenPar.App.Features.Evidence;

/// <summary>
/// A file costs the server ten times what saving a row does. In a rush of files those who bring them wait for each other, so that whoever saves
/// a row or opens a sheet waits for nobody.
/// </summary>
public sealed class EvidenceTurns : IDisposable
{
    /// <summary>How long a person waits for a file to be read. In a rush it is read later, when nobody waits for it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Files up to this size, in bytes, come in thousands and wait for each other.</summary>
    public const long SmallFile = 1024 * 1024;

    /// <summary>Reading the text of a file.</summary>
    public Turns Reading { get; } = new(Environment.ProcessorCount);

    /// <summary>Taking a file that has come into the store, and making it proof. Never held while bytes are on their way.</summary>
    public Turns Filing { get; } = new(Environment.ProcessorCount);

    /// <inheritdoc />
    public void Dispose()
    {
        Reading.Dispose();
        Filing.Dispose();
    }
}
