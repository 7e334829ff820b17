namespace OpenPar.Core.Papers;

/// <summary>
/// A paper made of blocks: head, title, texts and tables, signature, annexes. The same blocks become a Word file, an Excel
/// file, the fields of a template and the recorded state.
/// </summary>
public sealed record ComposedPaper : Paper
{
    /// <summary>What it is.</summary>
    public required PaperKind Form { get; init; }

    /// <inheritdoc />
    public override PaperKind Kind => Form;

    /// <inheritdoc />
    public override string Issuer => Heading.IssuingAgency;

    /// <inheritdoc />
    public override string Name => Subject is null ? Title : $"{Title}: {Subject}";

    /// <summary>Who issues it. An annex shows no head but keeps who it comes from.</summary>
    public required PaperHeading Heading { get; init; }

    /// <summary>False for an annex, which has a title and no head.</summary>
    public bool ShowsHeading { get; init; } = true;

    /// <summary>Name of the type in capitals, such as "QUYẾT ĐỊNH".</summary>
    public required string Title { get; init; }

    /// <summary>What it is about (trích yếu), bold below the title; null when the title says it.</summary>
    public string? Subject { get; init; }

    /// <summary>What it belongs to or rests on, in brackets and italics below; null for nothing.</summary>
    public string? Reference { get; init; }

    /// <summary>True for a wide page.</summary>
    public bool Landscape { get; init; }

    /// <summary>The body in order.</summary>
    public IReadOnlyList<PaperBlock> Blocks { get; init; } = [];

    /// <summary>Who signs and who receives; null for an annex that is not signed by itself.</summary>
    public PaperSignature? Signature { get; init; }

    /// <summary>Further people who sign, side by side, by their part, such as "Thư ký" in minutes.</summary>
    public IReadOnlyList<string> CoSigners { get; init; } = [];

    /// <summary>Annexes, each from a new wide page.</summary>
    public IReadOnlyList<PaperAnnex> Annexes { get; init; } = [];

    /// <summary>Every block, those of the annexes last.</summary>
    public IEnumerable<PaperBlock> AllBlocks => Blocks.Concat(Annexes.SelectMany(annex => annex.Blocks));

    /// <inheritdoc />
    public override ComposedPaper Composed() => this;

    /// <inheritdoc />
    public override PaperContent Content() => new(
        Form,
        [
            .. PaperFields.Common(this),
            .. AllBlocks.OfType<PaperBlock.Text>().Where(text => text.Name is not null)
                .Select(text => new PaperValue(text.Name!, text.Label ?? text.Name!, text.Content)),
        ],
        [.. AllBlocks.OfType<PaperBlock.Grid>().Select(grid => grid.Table)]);
}

/// <summary>An annex of a paper.</summary>
/// <param name="Title">Its title in capitals, such as "PHỤ LỤC".</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Reference">What it belongs to, in brackets below; null for nothing.</param>
/// <param name="Blocks">Texts and tables.</param>
public sealed record PaperAnnex(string Title, string Subject, string? Reference, IReadOnlyList<PaperBlock> Blocks);
