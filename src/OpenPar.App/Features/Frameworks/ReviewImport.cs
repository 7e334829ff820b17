using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Reviews;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Frameworks;

/// <summary>An imported annex beside its source, with every guess, every unknown name and what accepting would change.</summary>
public static class ReviewImport
{
    public sealed record Query(ImportId Id);

    /// <summary>One row of the annex.</summary>
    /// <param name="Row">The row as stored.</param>
    /// <param name="Flags">Guesses and repairs of the reader.</param>
    /// <param name="Leads">Agencies of the register.</param>
    /// <param name="Open">Names without a certain agency.</param>
    /// <param name="InFramework">False when the framework has no such code.</param>
    /// <param name="Leaf">True when the row is scored itself.</param>
    public sealed record Line(
        AssignmentImportRow Row, IReadOnlyList<AnnexFlag> Flags, IReadOnlyList<Agency> Leads, IReadOnlyList<string> Open, bool InFramework, bool Leaf)
    {
        /// <summary>True while nobody has looked at what the reader guessed, did not know or could not place.</summary>
        public bool ToLookAt => !Row.DecidedByPerson && (Flags.Count > 0 || Open.Count > 0 || !InFramework || (Leaf && Leads.Count == 0));
    }

    /// <summary>A name the register does not know for certain.</summary>
    public sealed record OpenName(AgencyMatch Match, IReadOnlyList<CriterionCode> Rows);

    /// <summary>Rows to look at that carry one kind of guess.</summary>
    public sealed record FlagGroup(AnnexFlagKind Kind, IReadOnlyList<CriterionCode> Rows, LocalText Reason);

    public sealed record View(
        AssignmentImport Import, Framework Framework, IReadOnlyList<string> Source, IReadOnlyList<Finding> Findings, IReadOnlyList<Line> Lines,
        IReadOnlyList<OpenName> OpenNames, IReadOnlyList<PlannedLeaf> Plan, IReadOnlyList<Agency> Register, IReadOnlyList<FlagGroup> Groups, string? LastStep)
    {
        /// <summary>Name of an agency of the register.</summary>
        public string NameOf(AgencyId id) => Register.First(a => a.Id == id).Name;
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog, AssignmentReviewing reviewing)
    {
        public async Task<View?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var import = await db.AssignmentImports.AsNoTracking().Include(i => i.Rows).SingleOrDefaultAsync(i => i.Id == query.Id, cancellationToken);
            if (import is null) return null;
            var framework = await catalog.GetAsync(db, import.FrameworkId, cancellationToken);
            var register = await db.RegisterAsync(cancellationToken);
            var byId = register.ToDictionary(a => a.Id);
            var names = ImportNames.Of(import, register);
            List<Line> lines = [.. import.Rows.OrderBy(r => r.SortOrder).Select(row => new Line(
                row, Read<AnnexFlag>(row.Flags), [.. row.LeadIds.Select(id => byId[AgencyId.Parse(id)])],
                row.DecidedByPerson ? [] : [.. names.Open(row.WrittenLead)],
                framework.Find(row.Code) is not null, framework.IsLeaf(row.Code)))];
            var open = lines.SelectMany(l => l.Open.Select(name => (name, l.Row.Code))).GroupBy(p => p.name, p => p.Code)
                .Select(g => new OpenName(names.Match(g.Key), [.. g.Distinct()]));
            var present = await Leads.OfAsync(db, import.FrameworkId, cancellationToken);
            return new View(import, framework, import.SourceText?.Split('\n') ?? [], Read<Finding>(import.Findings), lines,
                [.. open], ImportEffect.Of(framework, import.Rows, present), register, Groups(lines), (await reviewing.LastAsync(query.Id, cancellationToken))?.What);
        }

        private static List<FlagGroup> Groups(List<Line> lines) =>
            [.. lines.Where(l => l.ToLookAt).SelectMany(l => l.Flags.Select(flag => (l.Row.Code, flag))).GroupBy(p => p.flag.Kind).OrderByDescending(g => g.Count())
                .Select(g => new FlagGroup(g.Key, [.. g.Select(p => p.Code).Distinct()], g.First().flag.Reason))];

        private static List<T> Read<T>(string json) => JsonSerializer.Deserialize<List<T>>(json, RuleJson.Options) ?? [];
    }
}
