using OpenPar.Core.Findings;

namespace OpenPar.Documents.Reading.Tables;

/// <summary>A document while it is being read: blocks, findings, and the bounds that hold over all of it.</summary>
internal sealed class DocumentDraft(string file)
{
    private readonly HashSet<string> said = [];
    private int cells;

    public string File { get; } = file;

    public SourceKind Kind { get; set; }

    public List<Block> Blocks { get; } = [];

    public List<Finding> Findings { get; } = [];

    /// <summary>True once the document holds as much as is read of any; the reader stops there.</summary>
    public bool Full { get; private set; }

    public void Add(Block? block)
    {
        if (block is null || Full) return;
        if (Blocks.Count >= ReadingLimits.Blocks)
        {
            Overfull();
            return;
        }

        Blocks.Add(block);
    }

    /// <summary>Counts cells towards the bound; false when it is reached.</summary>
    public bool Count(int more)
    {
        cells += more;
        if (cells > ReadingLimits.Cells) Overfull();
        return !Full;
    }

    /// <summary>Adds a finding the first time its kind is met.</summary>
    public void Once(string kind, Func<Finding> finding)
    {
        if (said.Add(kind)) Findings.Add(finding());
    }

    /// <summary>Refuses the file.</summary>
    public SourceDocument Refused(Finding finding)
    {
        Findings.Add(finding);
        return Done();
    }

    public SourceDocument Done() => new(File, Blocks, Findings) { Kind = Kind };

    private void Overfull()
    {
        Full = true;
        Once("full", () => DocumentFindings.TooMuch(File));
    }
}
