using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Frameworks;
using OpenPar.Core.Organisations.Reorganising;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Moving;

/// <summary>Makes rows of a successor's sheet from those of its predecessors, and computes their points.</summary>
public sealed class FilledRows(OpenParDb db, FrameworkCatalog frameworks, RowSupply supply, TimeProvider time, Actor actor)
{
    private const int LongestExplanation = 20_000;

    /// <summary>Fills the rows; answers which rows' evidence proves which. Computing comes later, when the register knows the successor.</summary>
    internal async Task<List<MoveUnits.Pair>> FillAsync(IReadOnlyList<FillRow> steps, string decision, CancellationToken cancellationToken)
    {
        var names = await db.Agencies.AsNoTracking().ToDictionaryAsync(a => a.Id, a => a.Name, cancellationToken);
        var pairs = new List<MoveUnits.Pair>();
        foreach (var step in steps)
        {
            var row = (await TargetAsync(step, cancellationToken)).Row;
            List<RowId> ids = [.. step.From.Select(f => new RowId(f))];
            var before = (await db.Rows.Include(r => r.Delegates).Where(r => ids.Contains(r.Id)).ToListAsync(cancellationToken)).OrderBy(r => ids.IndexOf(r.Id)).ToList();
            var units = (await db.Sheets.AsNoTracking().Where(s => s.Rows.Any(r => ids.Contains(r.Id))).Select(s => new { s.Id, s.UnitId }).ToListAsync(cancellationToken)).ToDictionary(s => s.Id, s => names[s.UnitId]);
            var was = new { row.State, row.Facts, row.ProposedPoints, row.Explanation, row.Absence };
            Fill(step, row, before, r => r.Id == row.Id ? names[step.Unit] : units[r.SheetId]);
            foreach (var person in before.SelectMany(r => r.Delegates).DistinctBy(d => d.UserId).Where(d => row.Delegates.TrueForAll(own => own.UserId != d.UserId)).ToList())
                row.Delegates.Add(new RowDelegate { RowId = row.Id, UserId = person.UserId, DelegatedBy = person.DelegatedBy, DelegatedAt = person.DelegatedAt });
            row.Messages.Add(new RowMessage
            {
                Id = default,
                RowId = row.Id,
                Kind = RowMessageKind.Note,
                Author = actor.Name,
                Text = $"Sắp xếp đơn vị theo {decision}: {Told(step.Making)} dòng này của {string.Join(", ", before.Select(r => units[r.SheetId]))}.",
                At = time.GetUtcNow(),
            });
            db.Record(actor, time, nameof(MoveUnits), $"row/{row.Id.Value}", was, new { row.State, row.Facts, row.ProposedPoints, row.Explanation, row.Absence, From = step.From });
            pairs.AddRange(before.Select(r => new MoveUnits.Pair(r.Id, row.Id)));
        }

        await db.SaveChangesAsync(cancellationToken);
        return pairs;
    }

    /// <summary>Computes the points of filled rows, each after those it takes from.</summary>
    internal async Task ComputeAsync(IReadOnlyList<FillRow> steps, CancellationToken cancellationToken)
    {
        foreach (var sheetful in steps.GroupBy(s => (s.Round, s.Unit)))
        {
            var sheet = (await TargetAsync(sheetful.First(), cancellationToken)).Sheet;
            var round = await db.Rounds.Include(r => r.Extensions).SingleAsync(r => r.Id == sheet.RoundId, cancellationToken);
            var framework = await frameworks.OfGroupAsync(db, sheet.GroupId, cancellationToken);
            var order = frameworks.GraphOf(framework).Order.Select((code, at) => (code, at)).ToDictionary(p => p.code, p => p.at);
            foreach (var step in sheetful.OrderBy(s => order.GetValueOrDefault(s.Code, int.MaxValue)))
            {
                var row = (await TargetAsync(step, cancellationToken)).Row;
                if (framework.Find(step.Code) is not { } criterion) continue;
                var figures = await supply.CompleteAsync(row, round, sheet, criterion, row.Facts, row.Origins, cancellationToken);
                (row.Facts, row.Origins) = (figures.Facts, figures.Origins);
                row.SelfPoints = RowScoring.Score(criterion, row.Facts, figures.Basis(row.ProposedPoints, row.Explanation)).Score.Points;
                await db.SaveChangesAsync(cancellationToken);
            }
        }
    }

    private async Task<(Sheet Sheet, Row Row)> TargetAsync(FillRow step, CancellationToken cancellationToken)
    {
        var round = new RoundId(step.Round);
        var sheet = await db.LiveSheets.SingleAsync(s => s.RoundId == round && s.UnitId == step.Unit, cancellationToken);
        var row = await db.Rows.Include(r => r.Delegates).SingleAsync(r => r.SheetId == sheet.Id && r.Code == step.Code, cancellationToken);
        return (sheet, row);
    }

    private void Fill(FillRow step, Row row, List<Row> before, Func<Row, string> unit)
    {
        // What the unit itself had stays in words beside what it takes over.
        List<Row> sides = row.State == RowState.NotStarted ? before : [row, .. before];
        if (step.Making == RowMaking.Take && step.Taken == row.Id.Value) return;
        var taken = step.Making == RowMaking.Take ? before.Single(r => r.Id.Value == step.Taken) : null;
        row.Facts = new(step.Facts);
        row.Origins = taken?.Origins.Where(o => o.Value.Source is not null).ToDictionary() ?? [];
        row.Unread = taken is null ? [] : new(taken.Unread);
        row.ProposedPoints = taken?.ProposedPoints;
        row.Absence = taken?.Absence;
        row.Explanation = taken is not null ? taken.Explanation : step.Making == RowMaking.Sum ? Joined(sides, unit) : null;
        row.SelfPoints = null;
        row.State = RowState.InProgress;
        row.SavedAt = time.GetUtcNow();
        row.SavedBy = actor.Name;
    }

    private static string? Joined(List<Row> sides, Func<Row, string> unit)
    {
        var text = string.Join("\n", sides.Where(r => r.Explanation is not null).Select(r => $"{unit(r)}: {r.Explanation}"));
        return text.Length == 0 ? null : text.Length <= LongestExplanation ? text : text[..LongestExplanation];
    }

    private static string Told(RowMaking making) => making switch
    {
        RowMaking.Take => "kế thừa",
        RowMaking.Sum => "cộng số liệu",
        _ => "nhập lại số liệu, giữ tài liệu của",
    };
}
