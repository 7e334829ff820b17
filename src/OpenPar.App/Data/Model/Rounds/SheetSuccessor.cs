namespace OpenPar.App.Data.Model.Rounds;

/// <summary>The sheet that continues a retired one in the same round; a split unit has several.</summary>
public sealed class SheetSuccessor
{
    /// <summary>The retired sheet.</summary>
    public required SheetId SheetId { get; init; }

    /// <summary>The sheet that continues it.</summary>
    public required SheetId SuccessorId { get; init; }
}
