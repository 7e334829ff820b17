using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;

namespace OpenPar.App.Features.Rounds.Checks;

/// <summary>Frameworks: unsound rules, what the linter finds, rows without maximum, rows by hand.</summary>
internal sealed class FrameworksCheck(FrameworkCatalog frameworks) : IRoundCheck
{
    private const int Listed = 12;

    public Task<IReadOnlyList<RoundFinding>> LookAsync(CheckedRound round, CancellationToken cancellationToken)
    {
        var found = new List<RoundFinding>();
        foreach (var framework in round.Groups.Select(g => g.Framework).DistinctBy(f => f.Id)) found.AddRange(Of(framework, round.Round.Year));
        return Task.FromResult<IReadOnlyList<RoundFinding>>(found);
    }

    private IEnumerable<RoundFinding> Of(Framework framework, int year)
    {
        var id = framework.Id.ToString();
        var unsound = frameworks.GraphOf(framework).Findings;
        foreach (var wrong in unsound)
            yield return new RoundFinding(wrong, framework.Criteria.Any(c => c.Code.ToString() == wrong.Where) ? RoundPlace.Criterion : RoundPlace.Framework, framework.Criteria.Any(c => c.Code.ToString() == wrong.Where) ? $"{id}#{wrong.Where}" : id);
        var known = unsound.Select(f => (f.Where, f.Message)).ToHashSet();
        // What the linter calls an error (a sum that does not add up) is the province's to judge: the round can be opened with it.
        foreach (var wrong in FrameworkLinter.Check(framework).Where(f => f.Severity == Severity.Error && !known.Contains((f.Where, f.Message))))
            yield return new RoundFinding(wrong with { Severity = Severity.Warning }, RoundPlace.Framework, id);
        if (framework.FirstYear > year || framework.LastYear < year)
            yield return RoundFinding.Warning(id, $"Bộ chỉ số áp dụng từ năm {framework.FirstYear}{(framework.LastYear is { } last ? $" đến {last}" : "")}, kỳ đánh giá năm {year}.", $"The framework does not count for {year}.", "Chọn đúng phiên bản bộ chỉ số cho nhóm.", "Choose the right version for the group.", RoundPlace.Setup);
        List<Criterion> unknown = [.. framework.Leaves.Where(l => l.MaxPoints is null)];
        if (unknown.Count > 0)
            yield return RoundFinding.Warning(id, $"{unknown.Count} dòng chưa biết điểm tối đa: {Codes(unknown)}", $"{unknown.Count} rows have an unknown maximum: {Codes(unknown)}", "Bổ sung điểm tối đa vào bộ chỉ số.", "Add the maxima to the framework.", RoundPlace.Framework, id);
        var byHand = FrameworkCounts.Of(framework).WithoutRule;
        if (byHand.Count > 0)
            yield return RoundFinding.Note(id, $"{byHand.Count} dòng chấm trực tiếp theo văn bản, có lý do: {Codes(byHand)}", $"{byHand.Count} rows take points by hand with a reason: {Codes(byHand)}", "Viết công thức nếu muốn hệ thống tính điểm.", "Write rules if the system should compute them.", RoundPlace.Framework, id);
    }

    private static string Codes(IReadOnlyList<Criterion> rows) =>
        string.Join(", ", rows.Take(Listed).Select(r => r.Code)) + (rows.Count > Listed ? " …" : "");
}
