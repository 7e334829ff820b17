using OpenPar.Core.Accounts;

namespace OpenPar.Core.Evidence;

/// <summary>Where a file on its way into the library stands.</summary>
public enum UploadState
{
    /// <summary>Its name and size are known; nothing of it has come.</summary>
    Announced,

    /// <summary>A part of it has come.</summary>
    Receiving,

    /// <summary>All of it is there, recognised, hashed and looked at by the scanner; it waits to be described.</summary>
    Whole,

    /// <summary>It became a file of a document.</summary>
    Used,

    /// <summary>Its owner gave it up.</summary>
    Cancelled,

    /// <summary>What came may not be kept: another type, malware, or not what was announced.</summary>
    Refused,

    /// <summary>Nobody went on with it in time.</summary>
    Expired,
}

/// <summary>What can happen to an upload.</summary>
public enum UploadEvent
{
    /// <summary>A part comes.</summary>
    Receive,

    /// <summary>The last byte is there.</summary>
    Finish,

    /// <summary>A document takes it.</summary>
    Use,

    /// <summary>Its owner gives it up.</summary>
    Cancel,

    /// <summary>What came is not taken.</summary>
    Refuse,

    /// <summary>Its time is over.</summary>
    Expire,
}

/// <summary>One transition of an upload.</summary>
/// <param name="Event">What happens.</param>
/// <param name="From">State before.</param>
/// <param name="To">State after.</param>
/// <param name="Needs">Permission of the person, whose own upload it is; null for what the system does by itself.</param>
/// <param name="Asks">What must be given or be so, beside the permission.</param>
/// <param name="Records">What is kept of it.</param>
public sealed record UploadTransition(UploadEvent Event, UploadState From, UploadState To, Permission? Needs, string Asks, string Records);

/// <summary>
/// The life of an upload, as one table. The state is not stored beside the upload: it follows from what is there, so that no crash leaves the
/// two apart. An upload that ended is no more; what became of it stands in the audit log.
/// </summary>
public static class UploadMachine
{
    /// <summary>Every transition there is.</summary>
    public static IReadOnlyList<UploadTransition> Transitions { get; } =
    [
        new(UploadEvent.Receive, UploadState.Announced, UploadState.Receiving, Permission.AddEvidence, "the part begins where the last one ended", "bytes on the disk, a later last moment"),
        new(UploadEvent.Receive, UploadState.Receiving, UploadState.Receiving, Permission.AddEvidence, "the part begins where the last one ended", "bytes on the disk, a later last moment"),
        new(UploadEvent.Finish, UploadState.Receiving, UploadState.Whole, Permission.AddEvidence, "as long as announced, of a type that is taken, no malware found", "hash, type, audit entry"),
        new(UploadEvent.Use, UploadState.Whole, UploadState.Used, Permission.AddEvidence, "a described document", "revision of the document, audit entry"),
        new(UploadEvent.Refuse, UploadState.Receiving, UploadState.Refused, null, "another type, malware, or longer than announced", "audit entry with the reason"),
        .. EndsBy(UploadEvent.Cancel, UploadState.Cancelled, Permission.AddEvidence, "", "audit entry"),
        .. EndsBy(UploadEvent.Expire, UploadState.Expired, null, "its last moment is past", "audit entry"),
    ];

    /// <summary>The transition an event makes, or null when it is not allowed there.</summary>
    public static UploadTransition? Find(UploadState from, UploadEvent happening) => Transitions.FirstOrDefault(t => t.From == from && t.Event == happening);

    /// <summary>Whether an upload that comes there is no more.</summary>
    public static bool Ends(UploadState state) => state is UploadState.Used or UploadState.Cancelled or UploadState.Refused or UploadState.Expired;

    /// <summary>Where an upload that is there stands.</summary>
    /// <param name="received">Bytes that have come.</param>
    /// <param name="whole">Whether it was finished: all of it came and was taken.</param>
    /// <param name="expiresAt">Its last moment, inclusive.</param>
    /// <param name="now">The moment it is asked for.</param>
    public static UploadState StateOf(long received, bool whole, DateTimeOffset expiresAt, DateTimeOffset now)
    {
        if (expiresAt < now) return UploadState.Expired;
        if (whole) return UploadState.Whole;
        return received == 0 ? UploadState.Announced : UploadState.Receiving;
    }

    private static IEnumerable<UploadTransition> EndsBy(UploadEvent happening, UploadState to, Permission? needs, string asks, string records) =>
        new[] { UploadState.Announced, UploadState.Receiving, UploadState.Whole }.Select(from => new UploadTransition(happening, from, to, needs, asks, records));
}
