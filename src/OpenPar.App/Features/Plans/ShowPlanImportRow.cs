using OpenPar.App.Data.Model;
using OpenPar.App.Features.Reviews;
using OpenPar.Core.Organisations;
using OpenPar.Core.Plans.Reviewing;

namespace OpenPar.App.Features.Plans;

/// <summary>One row of a plan under review beside its place in the file.</summary>
public static class ShowPlanImportRow
{
    public sealed record Query(ImportId Import, int Row);

    /// <param name="Review">The whole review.</param>
    /// <param name="Line">The row.</param>
    /// <param name="Source">Its place in the file.</param>
    /// <param name="Names">What each lead and coordinating name stands for; null for what is not certain.</param>
    public sealed record View(ReviewPlan.View Review, ReviewPlan.Line Line, SourcePane Source, IReadOnlyDictionary<string, Agency?> Names)
    {
        public int? Previous => Line.Row.Number > 1 ? Line.Row.Number - 1 : null;

        public int? Next => Line.Row.Number < Review.Lines.Count ? Line.Row.Number + 1 : null;

        public int? NextToLookAt => Review.NextToLookAt(Line.Row.Number);
    }

    public sealed class Handler(ReviewPlan.Handler review, SourceView sources)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            if (await review.HandleAsync(query.Import, cancellationToken) is not { } whole) return null;
            if (whole.Lines.FirstOrDefault(l => l.Row.Number == query.Row) is not { } line) return null;
            var names = ImportNames.Of(whole.Import, whole.Register);
            var byId = whole.Register.ToDictionary(a => a.Id);
            var written = line.Words.Items(PlanField.Lead).Concat(line.Words.Items(PlanField.Coordinating)).Distinct();
            return new View(whole, line, await SourceAsync(whole, line, cancellationToken),
                written.ToDictionary(name => name, name => names.Certain(name) is { } id ? byId[id] : null));
        }

        private async Task<SourcePane> SourceAsync(ReviewPlan.View whole, ReviewPlan.Line line, CancellationToken cancellationToken)
        {
            if (line.Row.Source is not { } json) return SourcePane.NotInFile;
            var source = PlanJson.Read<RowSource>(json);
            var after = whole.Lines.FirstOrDefault(l => l.Row.Number == line.Row.Number + 1)?.Row.Source;
            var next = after is null ? null : (int?)PlanJson.Read<RowSource>(after).First.Line;
            return await sources.ShowAsync(whole.Import, [source.First, .. source.Cells.Select(c => c.Source)], next, cancellationToken);
        }
    }
}
