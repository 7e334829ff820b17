using OpenPar.Core.Text;

namespace OpenPar.App.Features.Evidence.Storage;

/// <summary>
/// Where stored bytes lie, each file under its SHA-256: a folder (<see cref="DiskStorage"/>) or S3-compatible storage
/// (<see cref="S3Storage"/>). A file is whole or not there, and nothing is ever overwritten by something else. Features go through <see cref="FileStore"/>.
/// </summary>
public interface IStorage
{
    /// <summary>Where it is, for people; without keys.</summary>
    string Where { get; }

    /// <summary>
    /// Takes a whole file of the local disk; afterwards it is no longer where it was. When it fails the file is still there. What is held
    /// under its name in another length is replaced by it.
    /// </summary>
    Task PutAsync(string path, string sha256, CancellationToken cancellationToken);

    /// <summary>Whether a file is held.</summary>
    Task<bool> HoldsAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Opens a file for reading from any place in it.</summary>
    /// <exception cref="FileNotFoundException">It is not held.</exception>
    Task<Stream> OpenAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>The file on the local disk, for programs that need a path; null when it is not held.</summary>
    Task<LocalCopy?> CopyAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>Removes a file; nothing happens when it is not held. Only the sweep does this.</summary>
    Task DeleteAsync(string sha256, CancellationToken cancellationToken);

    /// <summary>The files held whose names begin with two hexadecimal digits, each with the length it has there.</summary>
    IAsyncEnumerable<StoredFile> ListAsync(string firstTwo, CancellationToken cancellationToken);

    /// <summary>Removes what was begun before that time and never finished.</summary>
    Task TidyAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Tries all it needs to work; what is wrong, or null.</summary>
    Task<LocalText?> RefusalAsync(CancellationToken cancellationToken);
}
