using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>What came of an opinion.</summary>
public enum OpinionOutcome
{
    /// <summary>The other appraiser has not given one yet.</summary>
    Waits,

    /// <summary>Both say the same: it is the decision.</summary>
    Agreed,

    /// <summary>They differ: the team leader decides.</summary>
    Differs,
}

/// <summary>
/// Two appraisers who do not see each other. An opinion stands apart from the decisions, so that nothing that shows decisions can show it;
/// its audit entry has no content for the same reason.
/// </summary>
public sealed class RowOpinions(OpenParDb db, RowDeciding deciding, AppraisalTeams teams, TimeProvider time, Actor actor)
{
    /// <summary>How many are asked.</summary>
    public const int Asked = 2;

    public static class Refusals
    {
        public static Refusal Blind => Refusal.Of("blind-round",
            "Kỳ này hai người chấm độc lập: ghi ý kiến của bạn, hệ thống quyết định khi cả hai cùng ý.",
            "Two appraisers judge every row of this round independently: give your opinion.");

        public static Refusal NotBlind => Refusal.Of("not-blind", "Kỳ này không chấm độc lập hai người: ghi quyết định.", "This round asks for no opinions: decide.");

        public static Refusal Twice => Refusal.Of("opinion-given",
            "Bạn đã cho ý kiến về dòng này; ý kiến đã ghi không sửa được.", "You have given your opinion on this row; it cannot be changed.");

        public static Refusal Enough => Refusal.Of("opinions-complete", "Dòng này đã đủ hai ý kiến.", "This row has its two opinions.");

        public static Refusal LeaderDecides => Refusal.Of("leader-decides",
            "Bạn là tổ trưởng phụ trách dòng này: tổ trưởng không cho ý kiến mà quyết định khi hai ý kiến khác nhau.",
            "You lead the team of this row: leaders give no opinion, they decide where two differ.");
    }

    /// <summary>The pass a row is in: its last decision.</summary>
    public async Task<long> PassAsync(RowId row, CancellationToken cancellationToken) =>
        await db.Decisions.Where(d => d.RowId == row).MaxAsync(d => (long?)d.Id, cancellationToken) ?? 0;

    /// <summary>Opinions of the row's current pass, oldest first.</summary>
    public async Task<List<RowOpinion>> OfAsync(RowId row, CancellationToken cancellationToken)
    {
        var pass = await PassAsync(row, cancellationToken);
        return await db.Opinions.AsNoTracking().Where(o => o.RowId == row && o.Pass == pass).OrderBy(o => o.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Holds the row until the transaction ends, so that two opinions of one moment see each other.</summary>
    public Task<int> HoldAsync(RowId row, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select 1 from rounds.rows where id = {row.Value} for update", cancellationToken);

    /// <summary>Adds an opinion; the second one decides when it equals the first. The caller holds the row and saves.</summary>
    public async Task<Answer<OpinionOutcome>> GiveAsync(LoadedRow loaded, Judged judged, string useCase, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(loaded);
        ArgumentNullException.ThrowIfNull(judged);
        if (!loaded.Round.Settings.Blind) return Refusals.NotBlind;
        if (await teams.LeadsAsync(loaded.Round.Id, loaded.Sheet.GroupId, loaded.Row.Code, cancellationToken)) return Refusals.LeaderDecides;
        var pass = await PassAsync(loaded.Row.Id, cancellationToken);
        var given = await OfAsync(loaded.Row.Id, cancellationToken);
        if (given.Exists(o => o.UserId == actor.UserId)) return Refusals.Twice;
        if (given.Count >= Asked) return Refusals.Enough;
        db.Opinions.Add(New(loaded.Row.Id, pass, judged));
        db.Record(actor, time, useCase, $"row/{loaded.Row.Id.Value}", after: new { Opinions = given.Count + 1 });
        if (given.Count == 0) return OpinionOutcome.Waits;
        if (!Equal(given[0], judged)) return OpinionOutcome.Differs;
        var reasons = string.Join("; ", new[] { given[0].Reason, judged.Reason }.OfType<string>().Distinct());
        var agreed = await deciding.JudgeAgainAsync(loaded, judged.Figures.Facts, judged.Basis.SetPoints ?? given[0].SetPoints, reasons, cancellationToken);
        if (!agreed.Done) return agreed.Refusals.ToList();
        await deciding.KeepAsync(loaded, agreed.Value, useCase, $"{given[0].Appraiser}; {actor.Name}", cancellationToken);
        return OpinionOutcome.Agreed;
    }

    // Figures that come from other rows or units may move between two opinions; what the appraisers themselves said counts.
    private static bool Equal(RowOpinion first, Judged second)
    {
        var names = first.Facts.Keys.Union(second.Figures.Facts.Keys).Where(n => !second.Figures.Brought.Contains(n));
        var figures = names.All(n => first.Facts.TryGetValue(n, out var one) == second.Figures.Facts.TryGetValue(n, out var other) && one == other);
        return figures && (first.SetPoints == second.Basis.SetPoints || first.Points == second.Points);
    }

    private RowOpinion New(RowId row, long pass, Judged judged) => new()
    {
        Id = default,
        RowId = row,
        Pass = pass,
        UserId = actor.UserId ?? throw new InvalidOperationException("Opinions are people's."),
        Appraiser = actor.Name,
        Points = judged.Points,
        Facts = new Dictionary<string, FactValue>(judged.Figures.Facts),
        SetPoints = judged.Basis.SetPoints,
        Explanation = RuleJson.Write(judged.Scored.Explanation),
        Reason = judged.Reason,
        GivenAt = time.GetUtcNow(),
    };
}
