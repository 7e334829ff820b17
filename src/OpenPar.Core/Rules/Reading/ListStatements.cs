using OpenPar.Core.Rules.Kinds;

namespace OpenPar.Core.Rules.Reading;

/// <summary>"Tính theo tỷ lệ cơ quan đạt điều kiện: số đang sử dụng không quá số được giao": a list whose items are held against conditions.</summary>
/// <param name="At">All its words.</param>
/// <param name="List">What is listed.</param>
/// <param name="Conditions">What each item must meet.</param>
internal sealed record ItemsNotice(Span At, Span List, IReadOnlyList<StatedCondition> Conditions) : Statement(At);

/// <summary>"Số đang sử dụng không quá số được giao".</summary>
/// <param name="Left">The figure of the item.</param>
/// <param name="Is">How it is compared.</param>
/// <param name="Right">What it is compared with.</param>
/// <param name="Value">The number on the right; null when it is a figure of the item.</param>
internal sealed record StatedCondition(Span Left, Comparison Is, Span Right, decimal? Value);

/// <summary>"Tính theo tỷ lệ dịch vụ đã công bố so với danh mục …": a list held against a list laid down.</summary>
/// <param name="At">All its words.</param>
/// <param name="List">What was done.</param>
/// <param name="Name">The list laid down.</param>
/// <param name="AsOf">The day whose version counts; null for the latest.</param>
internal sealed record CoverageNotice(Span At, Span List, Span Name, DateOnly? AsOf) : Statement(At);

/// <summary>"Danh mục từ ngày 01/01/2025 (Quyết định …): …; …": what the list held from a day on.</summary>
/// <param name="At">All its words.</param>
/// <param name="From">First day it counts.</param>
/// <param name="Source">The decision; empty when unsaid.</param>
/// <param name="Items">What it held.</param>
internal sealed record VersionNotice(Span At, DateOnly From, Span Source, IReadOnlyList<Span> Items) : Statement(At);

/// <summary>"Điều tra xã hội học (…), người dân (trọng số 2): rất hài lòng: 100%; …": what the answers of one group are worth.</summary>
/// <param name="At">All its words.</param>
/// <param name="Survey">The name of the survey.</param>
/// <param name="Label">Who was asked.</param>
/// <param name="Weight">Weight of the group.</param>
/// <param name="Sample">Fewest answers; null when unsaid.</param>
/// <param name="Answers">The answers with their worth in percent; null for one that does not count.</param>
internal sealed record GroupNotice(Span At, Span Survey, Span Label, decimal Weight, int? Sample, IReadOnlyList<(Span Label, decimal? Percent)> Answers) : Statement(At);

/// <summary>"Tính ngược: …": agreement is bad.</summary>
/// <param name="At">All its words.</param>
internal sealed record ReversedNotice(Span At) : Statement(At);
