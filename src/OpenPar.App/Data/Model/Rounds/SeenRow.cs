namespace OpenPar.App.Data.Model.Rounds;

/// <summary>How far a person has read the messages of a row. Written when something new was shown, never in advance.</summary>
public sealed class SeenRow
{
    public required Guid UserId { get; init; }

    public required RowId RowId { get; init; }

    /// <summary>The newest message that was shown.</summary>
    public required long MessageId { get; init; }

    public required DateTimeOffset SeenAt { get; init; }
}
