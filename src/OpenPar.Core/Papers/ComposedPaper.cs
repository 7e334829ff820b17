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
    public override string Name => Subject is null ? Title : $"{Title}: {Subject}";

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
/// <param name="Issuer">Who issues the paper it belongs to, in the case of ordinary text.</param>
/// <param name="Blocks">Texts and tables.</param>
public sealed record PaperAnnex(string Title, string Subject, string Issuer, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>Words in place of those that name the paper it belongs to; null for none, as on every paper but a template.</summary>
    public string? Reference { get; init; }

    /// <summary>What stands in brackets below its title: "Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 01 năm 2026 của UBND tỉnh Đắk Lắk".</summary>
    public string ReferenceTo(ComposedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        if (Reference is not null) return Reference;
        var type = paper.Title.ToLowerInvariant();
        return $"Kèm theo {char.ToUpperInvariant(type[0])}{type[1..]} số {paper.Heading.NumberText()} {paper.Heading.DateText()} của {Issuer}";
    }
}
