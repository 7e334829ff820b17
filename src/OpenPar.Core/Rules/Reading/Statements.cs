namespace OpenPar.Core.Rules.Reading;

/// <summary>One statement of a rule text, in order of the text.</summary>
/// <param name="At">All its words.</param>
internal abstract record Statement(Span At)
{
    /// <summary>The mark that numbers the content, such as "(1)"; empty without one.</summary>
    public string Bullet { get; init; } = "";

    /// <summary>True when a line begins with it.</summary>
    public bool LineStart { get; init; }
}

/// <summary>"Đầy đủ, kịp thời: 0.5", "Nếu … thì điểm đánh giá là 0".</summary>
/// <param name="At">All its words.</param>
/// <param name="Label">The case, without the points.</param>
/// <param name="Points">Its points.</param>
internal sealed record Entry(Span At, Span Label, StatedPoints Points) : Statement(At)
{
    /// <summary>Where the cases end that follow in brackets or behind a colon: "0,5 (đầy đủ: 0,5; …)"; 0 without such cases.</summary>
    public int OpensTo { get; init; }
}

/// <summary>"Tỷ lệ số hóa hồ sơ:", a title above the cases of one content.</summary>
/// <param name="At">All its words.</param>
/// <param name="Label">The title.</param>
internal sealed record Heading(Span At, Span Label) : Statement(At);

/// <summary>"Tính điểm theo công thức: (b/a)*điểm tối đa. Trong đó: a là …".</summary>
/// <param name="At">All its words.</param>
/// <param name="Value">The formula.</param>
/// <param name="Figures">The figures of its letters or phrases.</param>
/// <param name="Slope">The rate at which the weight is reached, as in "… × điểm tối đa / 80%"; null for 1.</param>
internal sealed record Formula(Span At, Polynomial Value, IReadOnlyDictionary<string, Span> Figures, decimal? Slope) : Statement(At)
{
    /// <summary>True when the formula divides by 100: "(a × điểm tối đa)/100", where a is a percentage.</summary>
    public bool Hundredth { get; init; }
}

/// <summary>"Nếu tỷ lệ b/a &lt; 0.8 thì điểm đánh giá là 0", "Trường hợp a = 0 thì đạt điểm tối đa".</summary>
/// <param name="At">All its words.</param>
/// <param name="When">The words of the condition.</param>
/// <param name="Outcome">The points it gives or takes.</param>
internal sealed record Condition(Span At, Span When, StatedPoints Outcome) : Statement(At);

/// <summary>"Mỗi quy chế 0,5 điểm, tối đa 2 điểm", "cứ thêm 5% cộng 0,25", "mỗi lần chậm trừ 0,25 điểm".</summary>
/// <param name="At">All its words.</param>
/// <param name="Label">What is counted.</param>
/// <param name="Step">How much of it one step is, with its unit; 1 when unsaid.</param>
/// <param name="Points">Points of one step.</param>
/// <param name="Cap">The most points all steps give or take; null when unsaid.</param>
internal sealed record PerStep(Span At, Span Label, (decimal Size, bool Percent) Step, StatedPoints Points, decimal? Cap) : Statement(At)
{
    /// <summary>"dưới 60% thì cứ …": the range the steps lie in, where it is said with them; empty otherwise.</summary>
    public Span Lead { get; init; }

    /// <summary>"thiếu" in "thiếu mỗi báo cáo": what is wrong with each of them; null when the label says it.</summary>
    public string? Lacks { get; init; }
}

/// <summary>"Điểm đạt được của tiêu chí là tổng điểm của 03 nội dung sau": what follows are parts of a sum.</summary>
/// <param name="At">All its words.</param>
internal sealed record SumNotice(Span At) : Statement(At);

/// <summary>"Tính cho trường hợp có điểm cao nhất": what stands around are alternatives.</summary>
/// <param name="At">All its words.</param>
internal sealed record BestNotice(Span At) : Statement(At);

/// <summary>"Tính theo tỷ lệ b/a. Trong đó: a là …": the measure of the bands that follow.</summary>
/// <param name="At">All its words.</param>
/// <param name="Measure">The measure, over letters.</param>
/// <param name="Figures">The words of its letters.</param>
internal sealed record MeasureNotice(Span At, Kinds.Measure Measure, IReadOnlyDictionary<string, Span> Figures) : Statement(At);

/// <summary>What a sentence limits.</summary>
internal enum LimitKind
{
    /// <summary>"Tổng điểm không quá 2 điểm".</summary>
    Most,

    /// <summary>"Tổng điểm trừ không quá 1 điểm".</summary>
    MostTaken,

    /// <summary>"Điểm thấp nhất là 0".</summary>
    Least,

    /// <summary>"Điểm trước khi trừ: 2".</summary>
    Start,

    /// <summary>"Điểm tối đa: 2": the maximum of the content, no cap on anything.</summary>
    Whole,
}

/// <summary>A limit on all points of the rule.</summary>
/// <param name="At">All its words.</param>
/// <param name="Kind">What is limited.</param>
/// <param name="Points">The limit.</param>
internal sealed record Limit(Span At, LimitKind Kind, decimal Points) : Statement(At)
{
    /// <summary>True for "không quá điểm tối đa".</summary>
    public bool OfMax { get; init; }
}

/// <summary>"Chỉ đạt điểm tối đa khi thực hiện đầy đủ các nội dung sau": the parts count only together.</summary>
/// <param name="At">All its words.</param>
internal sealed record TogetherNotice(Span At) : Statement(At);

/// <summary>"Tính theo trường hợp nặng nhất": what should not happen, and what the gravest case leaves.</summary>
/// <param name="At">All its words.</param>
internal sealed record GravestNotice(Span At) : Statement(At);

/// <summary>"Kết quả lấy từ chỉ số SIPAS": the index a formula takes its figure from.</summary>
/// <param name="At">All its words.</param>
/// <param name="Index">The name of the index.</param>
internal sealed record IndexNotice(Span At, Span Index) : Statement(At);

/// <summary>"Chấm trực tiếp từ 0 đến 2: …": the text leaves the points to a person.</summary>
/// <param name="At">All its words.</param>
/// <param name="From">Fewest points; null when unsaid.</param>
/// <param name="To">Most points; null when unsaid or the maximum.</param>
/// <param name="Because">The reason the text gives; empty without one.</param>
internal sealed record ByHandNotice(Span At, decimal? From, decimal? To, Span Because) : Statement(At);

/// <summary>"Thời hạn của …: trước 5 ngày làm việc so với …": what the cases of being on time or late are counted from.</summary>
/// <param name="At">All its words.</param>
/// <param name="Done">What is done.</param>
/// <param name="Due">What the days are counted from.</param>
/// <param name="Offset">Days before (negative) or after it; null for none.</param>
/// <param name="WorkingDays">True when only working days count.</param>
internal sealed record DeadlineNotice(Span At, Span Done, Span Due, int? Offset, bool WorkingDays) : Statement(At);

/// <summary>"Không tính số ngày do cơ quan khác gây ra": days that are not counted.</summary>
/// <param name="At">All its words.</param>
/// <param name="Label">The days.</param>
internal sealed record ExcusedNotice(Span At, Span Label) : Statement(At);

/// <summary>"Xếp thứ tự theo …": the places that follow are places among all units.</summary>
/// <param name="At">All its words.</param>
/// <param name="Figure">What the units are ordered by.</param>
internal sealed record RankNotice(Span At, Span Figure) : Statement(At);

/// <summary>"Điểm tính theo …, đơn vị thấp nhất đạt 0, đơn vị cao nhất đạt 10, các đơn vị khác theo tỷ lệ".</summary>
/// <param name="At">All its words.</param>
/// <param name="Figure">What the units are compared by.</param>
/// <param name="Low">Points of the worst unit.</param>
/// <param name="High">Points of the best unit.</param>
/// <param name="LowerIsBetter">True when the lowest figure is the best.</param>
internal sealed record SpreadNotice(Span At, Span Figure, decimal Low, decimal High, bool LowerIsBetter) : Statement(At);

/// <summary>"Điều tra xã hội học (…)": a survey gives the figure that follows.</summary>
/// <param name="At">All its words.</param>
/// <param name="Survey">The name of the survey.</param>
internal sealed record SurveyNotice(Span At, Span Survey) : Statement(At);

/// <summary>"Số liệu lấy từ …": another system gives the figures.</summary>
/// <param name="At">All its words.</param>
/// <param name="System">The system.</param>
internal sealed record FeedNotice(Span At, Span System) : Statement(At)
{
    /// <summary>First day the figures may be taken; null when unsaid.</summary>
    public DateOnly? NotBefore { get; init; }

    /// <summary>Last day the figures may be taken; null when unsaid.</summary>
    public DateOnly? NotAfter { get; init; }
}

/// <summary>"Trong đó:", "Cụ thể:" before cases: says nothing by itself.</summary>
/// <param name="At">All its words.</param>
internal sealed record LeadNotice(Span At) : Statement(At);

/// <summary>"Tính tỷ lệ % giữa số X so với tổng số Y": the share that the cases or the formula after it speak of.</summary>
/// <param name="At">All its words.</param>
/// <param name="Part">What is counted.</param>
/// <param name="Whole">What it is counted out of; empty when unsaid.</param>
internal sealed record ShareNotice(Span At, Span Part, Span Whole) : Statement(At);

/// <summary>"(a là tổng số …; b là …)" that stands apart from its formula.</summary>
/// <param name="At">All its words.</param>
/// <param name="Figures">The words of each letter.</param>
internal sealed record DefinitionNotice(Span At, IReadOnlyDictionary<string, Span> Figures) : Statement(At);

/// <summary>"Mỗi nội dung được 0,25 điểm: (1) …; (2) …": points for each item of a list.</summary>
/// <param name="At">All its words.</param>
/// <param name="Points">Points of one item.</param>
/// <param name="Items">The items.</param>
internal sealed record ListNotice(Span At, decimal Points, IReadOnlyList<Span> Items) : Statement(At);
