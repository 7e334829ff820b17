using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rounds.Offline;

/// <summary>How an input of the file, the sheet as taken out and the stored sheet stand to each other.</summary>
public enum OfflineChangeKind
{
    /// <summary>Changed in the file alone: it may be taken over.</summary>
    InFile,

    /// <summary>Changed in the system alone since the file was taken out: the stored text stays.</summary>
    Stored,

    /// <summary>Changed in both, differently: a person chooses.</summary>
    Conflict,
}

/// <summary>One input whose text in the file is not the stored one.</summary>
public sealed record OfflineChange
{
    /// <summary>The input as it stands now.</summary>
    public required OfflineField Field { get; init; }

    /// <summary>Which side changed.</summary>
    public required OfflineChangeKind Kind { get; init; }

    /// <summary>Typed text when the file was taken out.</summary>
    public required string Taken { get; init; }

    /// <summary>Typed text stored now.</summary>
    public string Stored => Field.Text;

    /// <summary>Text of the file as typed into the form; unreadable text as it was written.</summary>
    public required string InFile { get; init; }

    /// <summary>Sheet and cell of the text.</summary>
    public required SourcePlace Place { get; init; }

    /// <summary>Why the text of the file cannot be read; null when it can. What was typed is kept.</summary>
    public LocalText? Problem { get; init; }

    /// <summary>Whether taking the file's text over is proposed: it alone changed, it can be read, and the input is open.</summary>
    public bool Proposed => Kind == OfflineChangeKind.InFile && Problem is null && Field.Writable;
}

/// <summary>The changes of one leaf.</summary>
/// <param name="Row">The leaf as it stands now.</param>
/// <param name="VersionTaken">Version of the row when the file was taken out.</param>
/// <param name="Changes">Its changed inputs in order of the form; at least one.</param>
public sealed record OfflineRowDiff(OfflineRow Row, uint VersionTaken, IReadOnlyList<OfflineChange> Changes)
{
    /// <summary>Number of the leaf.</summary>
    public CriterionCode Code => Row.Code;

    /// <summary>Whether somebody saved the row since the file was taken out.</summary>
    public bool SavedSince => Row.Leaf!.Version != VersionTaken;

    /// <summary>Every typed text of the row after the changes a person took: what a save of the row is given.</summary>
    /// <param name="taken">Inputs whose text of the file is taken; inputs that are closed stay as stored.</param>
    public IReadOnlyDictionary<OfflineKey, string> With(IReadOnlySet<OfflineKey> taken)
    {
        ArgumentNullException.ThrowIfNull(taken);
        var changed = Changes.Where(c => c.Field.Writable && taken.Contains(c.Field.Key)).ToDictionary(c => c.Field.Key, c => c.InFile);
        return Row.Fields().ToDictionary(field => field.Key, field => changed.GetValueOrDefault(field.Key) ?? field.Text);
    }
}
