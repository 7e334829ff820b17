using System.Text.Json.Serialization;

namespace OpenPar.Core.Rules.Kinds;

/// <summary>
/// Points by how late something was done: "gửi trước 05 ngày làm việc", "chậm đến 03 ngày: 0,5", "không ban hành: 0". Days are
/// calendar days or working days of the calendar that is passed in; days another body caused are not counted.
/// </summary>
public sealed record Deadline : Rule
{
    /// <summary>The day it was done.</summary>
    public required FactDefinition Done { get; init; }

    /// <summary>The day the time is counted from, when it is declared; null when it is <see cref="On"/>.</summary>
    public FactDefinition? Due { get; init; }

    /// <summary>The day the time is counted from, when the text names it; null when it is declared.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Days added to that day to give the deadline: −5 for "trước 05 ngày", 3 for "sau 03 ngày"; null for none.</summary>
    public int? Offset { get; init; }

    /// <summary>True when days are working days.</summary>
    public bool WorkingDays { get; init; }

    /// <summary>Days of delay that another body caused; null when the text excuses none.</summary>
    public FactDefinition? Excused { get; init; }

    /// <summary>Whether it was done at all, a yes/no; null when a day must always be declared.</summary>
    public FactDefinition? Whether { get; init; }

    /// <summary>Points when it was not done at all; null for 0.</summary>
    public decimal? Never { get; init; }

    /// <summary>Bands over the days of delay: 0 is the deadline itself, negative is early.</summary>
    public required IReadOnlyList<Band> Bands { get; init; }

    /// <inheritdoc />
    [JsonIgnore]
    public override IReadOnlyList<FactDefinition> Needs => [.. new[] { Whether, Due, Done, Excused }.OfType<FactDefinition>()];

    /// <inheritdoc />
    public override decimal Reach(decimal max) => Bands.Select(b => b.Points).Append(Never ?? 0).Max();

    /// <inheritdoc />
    public override IReadOnlyList<FactProblem> Problems(FactSet facts) =>
        FactCheck.Problems(IsNever(facts) ? [Whether!] : Needs, facts);

    /// <inheritdoc />
    protected internal override Outcome? Obstacle(FactSet facts)
    {
        if (IsNever(facts)) return null;
        Outcome? worst = null;
        foreach (var fact in (ReadOnlySpan<FactDefinition?>)[Whether, Due, Done, Excused])
        {
            if (fact is null || FactCheck.Obstacle(fact, facts) is not { } obstacle) continue;
            if (obstacle == Outcome.Invalid) return obstacle;
            worst = obstacle;
        }

        return worst;
    }

    /// <inheritdoc />
    protected internal override Score Compute(FactSet facts, decimal max)
    {
        if (IsNever(facts)) return Score.Of(Never ?? 0);
        return Late(facts) is { } late && Band.Containing(Bands, late, 1) is { } band ? Score.Of(band.Points) : Score.None(Outcome.Undecided);
    }

    /// <inheritdoc />
    protected internal override Explanation Tell(FactSet facts, decimal max, Score score)
    {
        var steps = RuleText.Declared(Needs, facts).ToList();
        if (IsNever(facts))
        {
            steps.Add(Explanation.Of(StepKind.Taken, $"Không thực hiện: {RuleText.N(Never ?? 0)} điểm.", $"Not done: {RuleText.N(Never ?? 0)} points.", Never ?? 0));
            return RuleText.Result(Never ?? 0, max, steps);
        }

        if (Limit(facts) is not { } limit || Late(facts) is not { } late)
            return RuleText.Open("Chưa biết thời hạn: cần người có thẩm quyền quyết định.", "The deadline is unknown: a person decides.", steps);
        var (days, english) = WorkingDays ? ("ngày làm việc", "working days") : ("ngày", "days");
        var calendar = WorkingDays ? $" ({facts.Calendar.Name})" : "";
        steps.Add(Explanation.Of(StepKind.Calculation, $"Thời hạn: {RuleText.D(limit)}{calendar}.", $"Deadline: {RuleText.D(limit)}{calendar}."));
        if (WorkingDays && facts.Date(Done.Name) is { } done && facts.Calendar.Uncovered(limit, done) is { Count: > 0 } unknown)
        {
            var years = unknown.Count > 3 ? $"{unknown[0]}–{unknown[^1]}" : string.Join(", ", unknown);
            steps.Add(Explanation.Of(StepKind.Problem,
                $"Chưa có lịch ngày làm việc năm {years}: ngày lễ và ngày nghỉ bù của năm đó chưa được trừ.",
                $"There is no calendar of {years}: holidays of that year are counted as working days."));
        }

        var vi = late > 0 ? $"Chậm {late} {days}." : late < 0 ? $"Sớm {-late} {days}." : "Đúng ngày hết hạn.";
        var en = late > 0 ? $"{late} {english} late." : late < 0 ? $"{-late} {english} early." : "On the day of the deadline.";
        steps.Add(Explanation.Of(StepKind.Calculation, vi, en, late));
        steps.AddRange(RuleText.Steps(Bands, Band.Containing(Bands, late, 1), $" {days}"));
        return score.Points is { } points
            ? RuleText.Result(points, max, steps)
            : RuleText.Open("Không mức nào của quy định nói về trường hợp này, cần người có thẩm quyền quyết định.", "No band of the rule covers the delay; a person decides.", steps);
    }

    private bool IsNever(FactSet facts) => Whether is { } whether && facts.Yes(whether.Name) == false;

    private DateOnly? Limit(FactSet facts) =>
        (On ?? (Due is { } due ? facts.Date(due.Name) : null)) is not { } day ? null
        : WorkingDays ? facts.Calendar.Add(day, Offset ?? 0)
        : day.DayNumber + (long)(Offset ?? 0) is var number && number >= 0 && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;

    private int? Late(FactSet facts)
    {
        if (Limit(facts) is not { } limit || facts.Date(Done.Name) is not { } done) return null;
        var late = WorkingDays ? facts.Calendar.Between(limit, done) : done.DayNumber - limit.DayNumber;
        var excused = Excused is { } fact ? facts.Number(fact.Name) ?? 0 : 0;
        return late <= 0 ? late : (int)Math.Max(0, late - excused);
    }
}
