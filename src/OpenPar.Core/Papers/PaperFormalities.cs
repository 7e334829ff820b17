using System.Text;

namespace OpenPar.Core.Papers;

/// <summary>
/// What an office decides about a paper outside its figures: number, place and date, and who signs (Nghị định 30/2020/NĐ-CP,
/// Điều 8). What is null stays open on the paper, as in a draft.
/// </summary>
public sealed record PaperFormalities
{
    /// <summary>Number, "12" or "12/QĐ-UBND"; one without a symbol is put before the paper's own.</summary>
    public string? Number { get; init; }

    /// <summary>Name of the place (địa danh).</summary>
    public string? Place { get; init; }

    /// <summary>Date of issue.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who signs.</summary>
    public PaperSigner Signer { get; init; } = new();

    /// <summary>The paper with these. A paper that others sign, or an annex, takes no signer.</summary>
    public T On<T>(T paper)
        where T : Paper
    {
        ArgumentNullException.ThrowIfNull(paper);
        // Minutes bring the day of their meeting: what is left blank stays the paper's own.
        var heading = paper.Heading with { Place = Text(Place) ?? paper.Heading.Place, Date = Date ?? paper.Heading.Date, Number = NumberOn(paper.Heading.Number) };
        return paper with { Heading = heading, Signature = paper.Signature is { } signature && TakesSigner(paper) ? Signer.On(signature) : paper.Signature };
    }

    /// <summary>Whether one person signs the paper, so that a signer can be named.</summary>
    public static bool TakesSigner(Paper paper) => paper is { Signature: not null } and not ComposedPaper { CoSigners.Count: > 0 };

    /// <summary>Whether the paper prints number, place and date.</summary>
    public static bool TakesHeading(Paper paper) => paper is not ComposedPaper { ShowsHeading: false };

    private string? NumberOn(string? symbol)
    {
        if (Text(Number) is not { } number) return symbol;
        return number.Contains('/', StringComparison.Ordinal) || symbol is null || !symbol.StartsWith('/') ? number : number + symbol;
    }

    /// <summary>A text as it is kept: trimmed and composed; null for a blank one.</summary>
    public static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim().Normalize(NormalizationForm.FormC);
}

/// <summary>Who signs. Names are those of real persons: null until an office has entered one.</summary>
public sealed record PaperSigner
{
    /// <summary>In whose name, such as "TM. ỦY BAN NHÂN DÂN".</summary>
    public string? Authority { get; init; }

    /// <summary>Position, such as "CHỦ TỊCH" or, over two lines, "KT. CHỦ TỊCH" and "PHÓ CHỦ TỊCH".</summary>
    public string? Position { get; init; }

    /// <summary>Full name.</summary>
    public string? Name { get; init; }

    /// <summary>The signature with this signer. Without a position the paper's own authority and position stay.</summary>
    public PaperSignature On(PaperSignature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        var signed = signature with { Name = PaperFormalities.Text(Name) };
        return PaperFormalities.Text(Position) is { } position ? signed with { Authority = Capitals(PaperFormalities.Text(Authority)), Position = Capitals(position) } : signed;
    }

    // Both are printed in capitals (Nghị định 30/2020/NĐ-CP, Phụ lục I), however they were typed.
    private static string? Capitals(string? text) => text?.ToUpperInvariant();

    /// <summary>The signer a paper names by itself.</summary>
    public static PaperSigner Of(Paper paper) => paper is { Signature: { } own }
        ? new PaperSigner { Authority = own.Authority, Position = own.Position, Name = own.Name }
        : new PaperSigner();
}
