namespace OpenPar.Core.Papers;

/// <summary>How a text of the body is printed (Nghị định 30/2020/NĐ-CP, Phụ lục I).</summary>
public enum PaperTextKind
{
    /// <summary>Who decides, and "QUYẾT ĐỊNH:": bold, in the middle.</summary>
    Authority,

    /// <summary>A legal ground (căn cứ): italic.</summary>
    Basis,

    /// <summary>An article: "Điều 1." in bold, then the text.</summary>
    Article,

    /// <summary>A heading such as "I. KẾT QUẢ": bold.</summary>
    Heading,

    /// <summary>A paragraph.</summary>
    Body,
}

/// <summary>A part of the body of a paper.</summary>
public abstract record PaperBlock
{
    /// <summary>A text. One with a name is a field of templates and of the recorded state; one without is wording of the form.</summary>
    /// <param name="Kind">How it is printed.</param>
    /// <param name="Content">The text; an article without its "Điều 1.".</param>
    public sealed record Text(PaperTextKind Kind, string Content) : PaperBlock
    {
        /// <summary>The number before the text, such as "Điều 1." or "1."; null for none.</summary>
        public string? Number { get; init; }

        /// <summary>Its name as a field; null for fixed wording.</summary>
        public string? Name { get; init; }

        /// <summary>What the field is, for the list of fields.</summary>
        public string? Label { get; init; }
    }

    /// <summary>A table.</summary>
    /// <param name="Table">The table.</param>
    public sealed record Grid(PaperTable Table) : PaperBlock;
}
