using OpenPar.Core.Rounds;

namespace OpenPar.App.Data.Model.Rounds;

/// <summary>One change of a sheet as a whole. Never changed, only followed by the next.</summary>
public sealed class SheetHappening
{
    public required long Id { get; init; }

    public required SheetId SheetId { get; init; }

    public required SheetEvent Event { get; init; }

    public required SheetState From { get; init; }

    public required SheetState To { get; init; }

    /// <summary>The message or reason given with it.</summary>
    public string? Text { get; init; }

    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>What a unit's leader signed: the whole sheet as it stood, with its hash.</summary>
public sealed class Closing
{
    public required long Id { get; init; }

    public required SheetId SheetId { get; init; }

    /// <summary>Canonical JSON of the sheet.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of the content in UTF-8, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How the signer proved to be there a second time.</summary>
    public required string Factor { get; init; }

    public required string SignedBy { get; init; }

    public Guid? SignerId { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    public List<ClosingDocument> Documents { get; init; } = [];
}

/// <summary>The scan of the signed paper, or a digitally signed file, kept with a signing.</summary>
public sealed class ClosingDocument
{
    public required long ClosingId { get; init; }

    public required DocumentId DocumentId { get; init; }

    public required string AddedBy { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
