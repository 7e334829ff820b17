using OpenPar.Core.Rules;

namespace OpenPar.Core.Frameworks;

/// <summary>The document that puts a framework in force.</summary>
/// <param name="Number">Number and symbol, such as "1187/QĐ-BNV".</param>
/// <param name="Issuer">Issuing body.</param>
/// <param name="IssuedOn">Date of issue; null when the source does not give it.</param>
/// <param name="Annex">The annex the tree stands in, such as "Bảng 2".</param>
public sealed record Decision(string Number, string Issuer, DateOnly? IssuedOn, string? Annex);

/// <summary>How points are rounded when they are shown. Nothing is rounded inside a computation.</summary>
/// <param name="Digits">Decimals shown, 0–6.</param>
/// <param name="Mode">Half away from zero, or cut off.</param>
public sealed record OutputRounding(int Digits, RoundingMode Mode)
{
    /// <summary>Two decimals, half up: the form in which the ministry publishes.</summary>
    public static OutputRounding Published { get; } = new(2, RoundingMode.HalfUp);

    /// <summary>The number as it is shown; null stays null.</summary>
    public decimal? Apply(decimal? points) => points is { } value ? Apply(value) : null;

    /// <summary>The number as it is shown.</summary>
    public decimal Apply(decimal value) =>
        Math.Round(value, Digits, Mode == RoundingMode.HalfUp ? MidpointRounding.AwayFromZero : MidpointRounding.ToZero);
}

/// <summary>Ways to round on output.</summary>
public enum RoundingMode
{
    /// <summary>0.005 becomes 0.01.</summary>
    HalfUp,

    /// <summary>Digits beyond the last are cut off.</summary>
    Truncate,
}

/// <summary>A versioned tree of criteria with a decision behind it (bộ chỉ số, bộ tiêu chí).</summary>
public sealed class Framework
{
    private readonly Dictionary<CriterionCode, Criterion> byCode;
    private readonly ILookup<CriterionCode, Criterion> byParent;

    /// <summary>Builds the tree; criteria are put in order of their codes.</summary>
    /// <exception cref="ArgumentException">A code stands twice, or a criterion has no parent in the tree.</exception>
    public Framework(FrameworkId id, string title, Decision decision, IEnumerable<Criterion> criteria)
    {
        ArgumentNullException.ThrowIfNull(criteria);
        Id = id;
        Title = title;
        Decision = decision;
        Criteria = [.. criteria.OrderBy(c => c.Code)];
        byCode = [];
        foreach (var criterion in Criteria)
        {
            if (!byCode.TryAdd(criterion.Code, criterion))
                throw new ArgumentException($"Criterion {criterion.Code} stands twice in {id}.", nameof(criteria));
        }

        foreach (var criterion in Criteria)
        {
            if (criterion.Code.Parent is { } parent && !byCode.ContainsKey(parent))
                throw new ArgumentException($"Criterion {criterion.Code} of {id} has no parent {parent}.", nameof(criteria));
        }

        byParent = Criteria.Where(c => c.Code.Parent is not null).ToLookup(c => c.Code.Parent!.Value);
        Leaves = [.. Criteria.Where(c => !byParent.Contains(c.Code))];
        Fields = [.. Criteria.Where(c => c.Code.Level == 1)];
    }

    /// <summary>Set and version.</summary>
    public FrameworkId Id { get; }

    /// <summary>Title as printed.</summary>
    public string Title { get; }

    /// <summary>The document behind the tree.</summary>
    public Decision Decision { get; }

    /// <summary>Maximum of the whole set; null when unknown.</summary>
    public decimal? TotalPoints { get; init; }

    /// <summary>First assessment year the set applies to.</summary>
    public int? FirstYear { get; init; }

    /// <summary>Last assessment year the set applies to; null while it is in force.</summary>
    public int? LastYear { get; init; }

    /// <summary>Guidance letter that the texts in <see cref="Criterion.Guidance"/> come from.</summary>
    public string? GuidanceDocument { get; init; }

    /// <summary>Cited laws that were replaced since the framework was issued, each from a day on; the texts stay as they were issued.</summary>
    public IReadOnlyList<LawSubstitution> Substitutions { get; init; } = [];

    /// <summary>How points are shown.</summary>
    public OutputRounding Rounding { get; init; } = OutputRounding.Published;

    /// <summary>All nodes in order of their codes.</summary>
    public IReadOnlyList<Criterion> Criteria { get; }

    /// <summary>The scored nodes, those without children, in order.</summary>
    public IReadOnlyList<Criterion> Leaves { get; }

    /// <summary>The nodes of level 1, in order.</summary>
    public IReadOnlyList<Criterion> Fields { get; }

    /// <summary>The node of a code, or null.</summary>
    public Criterion? Find(CriterionCode code) => byCode.GetValueOrDefault(code);

    /// <summary>The nodes directly below a code, in order.</summary>
    public IEnumerable<Criterion> ChildrenOf(CriterionCode code) => byParent[code];

    /// <summary>True when the node is scored itself.</summary>
    public bool IsLeaf(CriterionCode code) => byCode.ContainsKey(code) && !byParent.Contains(code);
}
