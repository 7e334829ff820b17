using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Features.Organisations;
using OpenPar.App.Features.Reviews;
using OpenPar.Core;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Frameworks;

/// <summary>Two imports of one framework side by side: the leaves on whose lead agencies they disagree, and what people decided.</summary>
public static class CompareImports
{
    public sealed record Query(ImportId Left, ImportId Right);

    /// <summary>What one import says of a leaf.</summary>
    /// <param name="Agencies">Agencies of the register.</param>
    /// <param name="Written">The names as written.</param>
    /// <param name="Line">Line of the source, null when the file lacks the leaf.</param>
    /// <param name="Text">That line.</param>
    public sealed record Side(IReadOnlyList<Agency> Agencies, IReadOnlyList<string> Written, int? Line, string? Text);

    /// <summary>A leaf the two disagree on.</summary>
    /// <param name="Leaf">The leaf.</param>
    /// <param name="Left">The first import.</param>
    /// <param name="Right">The second import.</param>
    /// <param name="Leads">The leads as they stand.</param>
    /// <param name="Decided">True when a person decided this leaf.</param>
    public sealed record Difference(Criterion Leaf, Side Left, Side Right, IReadOnlyList<Lead> Leads, bool Decided);

    public sealed record View(
        Framework Framework, AssignmentImport Left, AssignmentImport Right, IReadOnlyList<Difference> Differences, IReadOnlyList<Agency> Register)
    {
        public int Remaining => Differences.Count(d => !d.Decided);
    }

    public static class Refusals
    {
        public static Refusal Unknown => Refusal.Of("import-unknown", "Chọn hai lần nhập để so sánh.", "Choose two imports to compare.");

        public static Refusal OtherFramework => Refusal.Of("other-framework",
            "Hai lần nhập thuộc hai bộ chỉ số khác nhau nên không so sánh được.", "The two imports belong to different frameworks and cannot be compared.");
    }

    public sealed class Handler(OpenParDb db, FrameworkCatalog catalog)
    {
        public async Task<Answer<View>> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            var left = await ImportAsync(query.Left, cancellationToken);
            var right = await ImportAsync(query.Right, cancellationToken);
            if (left is null || right is null || left.Id == right.Id) return Refusals.Unknown;
            if (left.FrameworkId != right.FrameworkId) return Refusals.OtherFramework;
            var framework = await catalog.GetAsync(db, left.FrameworkId, cancellationToken);
            var register = await db.RegisterAsync(cancellationToken);
            var leads = await Leads.OfAsync(db, left.FrameworkId, cancellationToken);
            var (sideOfLeft, sideOfRight) = (Sides(left, register), Sides(right, register));
            var differences =
                from leaf in framework.Leaves
                let one = sideOfLeft(leaf.Code)
                let other = sideOfRight(leaf.Code)
                where !Keys(one).SetEquals(Keys(other))
                let there = leads[leaf.Code].ToList()
                select new Difference(leaf, one, other, there, there.Exists(l => l.ByPerson));
            return new View(framework, left, right, [.. differences], register);
        }

        private Task<AssignmentImport?> ImportAsync(ImportId id, CancellationToken cancellationToken) =>
            db.AssignmentImports.AsNoTracking().Include(i => i.Rows).SingleOrDefaultAsync(i => i.Id == id, cancellationToken);

        private static Func<CriterionCode, Side> Sides(AssignmentImport import, IReadOnlyList<Agency> register)
        {
            var byId = register.ToDictionary(a => a.Id.ToString(), StringComparer.Ordinal);
            var byCode = import.Rows.ToDictionary(r => r.Code);
            var lines = import.SourceText?.Split('\n') ?? [];
            var names = ImportNames.Of(import, register);
            return code =>
            {
                if (ImportEffect.RowFor(code, byCode) is not { } row) return new Side([], [], null, null);
                // What a name stands for may have been learnt since the import: ask the register again.
                var ids = row.DecidedByPerson || import.State == ImportState.Accepted ? row.LeadIds : names.Resolve(row.WrittenLead);
                var own = byCode.GetValueOrDefault(code) ?? row;
                var text = own.Line >= 1 && own.Line <= lines.Length ? lines[own.Line - 1].Trim() : null;
                return new Side([.. ids.Select(id => byId[id])], row.DecidedByPerson ? [] : row.WrittenLead, own.Line, text);
            };
        }

        // Names the register does not know are compared as they are written.
        private static HashSet<string> Keys(Side side) =>
            side.Agencies.Count > 0
                ? [.. side.Agencies.Select(a => a.Id.ToString())]
                : [.. side.Written.Select(VietnameseText.Fold)];
    }
}
