using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.App.Features.Rounds;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Papers;
using OpenPar.Core.Results;
using OpenPar.Core.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Results;

/// <summary>The score sheet as a paper, with the rows a person may see; written as Word or Excel by the same rows.</summary>
public static class ExportSheet
{
    private sealed record Detail(RowId Id, Dictionary<string, FactValue> Facts, string? Explanation, string? Reason);

    public sealed class Handler(OpenParDb db, ShowSheet.Handler sheets, TimeProvider time)
    {
        public async Task<ScoreSheetPaper?> HandleAsync(RoundId round, CancellationToken cancellationToken)
        {
            if (await sheets.HandleAsync(round, cancellationToken) is not { } sheet) return null;
            var ids = sheet.Rows.Values.Select(r => r.Id).ToList();
            var details = await db.Rows.AsNoTracking().Where(r => ids.Contains(r.Id))
                .Select(r => new Detail(r.Id, r.Facts, r.Explanation,
                    r.Decisions.Where(d => d.Stage != DecisionStage.Self).OrderByDescending(d => d.Id).Select(d => d.Reason).FirstOrDefault()))
                .ToDictionaryAsync(d => d.Id, cancellationToken);
            var evidence = await EvidenceAsync(ids, cancellationToken);
            var rows = ScoreSheetSums.Fill([.. Visible(sheet).Select(c => RowOf(sheet, c, details, evidence))]);
            return PaperOf(sheet, rows);
        }

        private async Task<ILookup<RowId, ScoreSheetEvidence>> EvidenceAsync(List<RowId> rows, CancellationToken cancellationToken)
        {
            var cited = await db.Citations.AsNoTracking().Where(c => rows.Contains(c.RowId)).OrderBy(c => c.Id)
                .Join(db.Documents, c => c.DocumentId, d => d.Id, (c, d) => new { c.RowId, d.Number, d.Symbol, d.IssuedOn, d.Subject, c.Item, c.Page })
                .ToListAsync(cancellationToken);
            return cited.ToLookup(c => c.RowId, c => new ScoreSheetEvidence(
                string.Join('/', new[] { c.Number, c.Symbol }.Where(p => p is not null)), c.IssuedOn, c.Subject, c.Item, c.Page?.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        private ScoreSheetPaper PaperOf(ShowSheet.View sheet, IReadOnlyList<ScoreSheetRow> rows)
        {
            var today = time.Today();
            var decision = sheet.Framework.Decision;
            var issued = decision.IssuedOn is { } day ? $" ngày {day:dd/MM/yyyy}" : "";
            return new ScoreSheetPaper
            {
                Heading = new PaperHeading { IssuingAgency = sheet.Round.UnitName.ToUpperInvariant() },
                Year = sheet.Round.Year,
                Subtitle = $"Theo Quyết định số {decision.Number}{issued} của {decision.Issuer}",
                Unit = sheet.Round.UnitName,
                Stage = rows.Any(r => r is { IsLeaf: true, AppraisedPoints: not null }) ? "Thẩm định" : "Tự đánh giá",
                Rows = rows,
                FieldTotals = ScoreSheetSums.Fields(rows),
                Total = ScoreSheetSums.Whole(rows, rows.Count == sheet.Framework.Criteria.Count ? sheet.Framework.TotalPoints : null),
                Rounding = sheet.Framework.Rounding,
                Trace = new PaperTrace($"Kỳ đánh giá: {sheet.Round.Title}", today, CodeOf(rows), sheet.Round.Demonstration),
            };
        }
    }

    /// <summary>Nodes with a visible row at or below them.</summary>
    private static IEnumerable<Criterion> Visible(ShowSheet.View sheet) => sheet.Framework.Criteria.Where(c =>
        sheet.Rows.ContainsKey(c.Code) || sheet.Rows.Keys.Any(code => code.IsBelow(c.Code)));

    private static ScoreSheetRow RowOf(ShowSheet.View sheet, Criterion criterion, Dictionary<RowId, Detail> details, ILookup<RowId, ScoreSheetEvidence> evidence)
    {
        if (!sheet.Rows.TryGetValue(criterion.Code, out var row))
            return new ScoreSheetRow { Code = criterion.Code, Title = criterion.Title, IsLeaf = false, MaxPoints = criterion.MaxPoints };
        var detail = details[row.Id];
        return new ScoreSheetRow
        {
            Code = criterion.Code,
            Title = criterion.Title,
            IsLeaf = true,
            MaxPoints = criterion.MaxPoints,
            Declared = [.. (criterion.Rule?.Needs ?? []).Where(f => detail.Facts.ContainsKey(f.Name)).Select(f => Written(criterion.Rule!, f, detail.Facts[f.Name]))],
            SelfPoints = row.SelfPoints,
            AppraisedPoints = row.FinalPoints,
            LeadAgencies = [.. row.Owners.Select(o => sheet.AgencyNames[o])],
            Evidence = [.. evidence[row.Id]],
            Explanation = detail.Explanation,
            AppraiserReason = detail.Reason,
            Status = RowStateNames.Of(row.State).Vi,
        };
    }

    private static string Written(Rule rule, FactDefinition fact, FactValue value) => $"{fact.Label}: {FactText.Show(rule, fact, value).Vi}";

    /// <summary>The first 16 digits of the SHA-256 over codes and points: two papers with the same code say the same.</summary>
    private static string CodeOf(IReadOnlyList<ScoreSheetRow> rows)
    {
        var text = string.Join('\n', rows.Select(r => $"{r.Code}|{r.MaxPoints}|{r.SelfPoints}|{r.AppraisedPoints}|{string.Join(';', r.Declared)}|{r.Explanation}|{r.AppraiserReason}"));
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        return string.Join('-', hash.Chunk(4).Select(c => new string(c)));
    }
}
