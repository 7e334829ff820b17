using System.Text.Json;
using OpenPar.App.Data.Model;
using OpenPar.App.Features.Reviews;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Frameworks;

/// <summary>One row of an assignment annex under review beside its place in the file.</summary>
public static class ShowImportRow
{
    public sealed record Query(ImportId Import, CriterionCode Code);

    /// <param name="Review">The whole review.</param>
    /// <param name="Line">The row.</param>
    /// <param name="Source">Its place in the file.</param>
    /// <param name="Effect">What accepting would do to the leaf; null for a row above leaves.</param>
    public sealed record View(ReviewImport.View Review, ReviewImport.Line Line, SourcePane Source, PlannedLeaf? Effect)
    {
        private int At => Review.Lines.ToList().IndexOf(Line);

        public CriterionCode? Previous => At > 0 ? Review.Lines[At - 1].Row.Code : null;

        public CriterionCode? Next => At + 1 < Review.Lines.Count ? Review.Lines[At + 1].Row.Code : null;

        /// <summary>The next row to look at, going round; null when none is left.</summary>
        public CriterionCode? NextToLookAt =>
            (Review.Lines.Skip(At + 1).FirstOrDefault(l => l.ToLookAt) ?? Review.Lines.FirstOrDefault(l => l.ToLookAt && l != Line))?.Row.Code;
    }

    public sealed class Handler(ReviewImport.Handler review, SourceView sources)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            if (await review.HandleAsync(new(query.Import), cancellationToken) is not { } whole) return null;
            if (whole.Lines.FirstOrDefault(l => l.Row.Code == query.Code) is not { } line) return null;
            var next = whole.Lines.FirstOrDefault(l => l.Row.SortOrder == line.Row.SortOrder + 1)?.Row.Line;
            var source = line.Row.Source is { } json
                ? await sources.ShowAsync(whole.Import, [JsonSerializer.Deserialize<SourcePlace>(json, RuleJson.Options)!], next, cancellationToken)
                : SourcePane.NotInFile;
            return new View(whole, line, source, whole.Plan.FirstOrDefault(p => p.Leaf.Code == query.Code));
        }
    }
}
