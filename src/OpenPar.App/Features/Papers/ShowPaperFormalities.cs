using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Papers;
using OpenPar.Core.Papers;

namespace OpenPar.App.Features.Papers;

/// <summary>Place and signers the province set for all its papers, and what they make of one paper.</summary>
public static class ShowPaperFormalities
{
    /// <param name="Place">Name of the place; null while nobody set it.</param>
    /// <param name="Decisions">Who signs decisions of the people's committee.</param>
    /// <param name="Reports">Who signs other papers of the province.</param>
    /// <param name="ChangedAt">When they were set last; null for never.</param>
    /// <param name="ChangedBy">By whom.</param>
    public sealed record View(string? Place, PaperSigner Decisions, PaperSigner Reports, DateTimeOffset? ChangedAt, string? ChangedBy)
    {
        /// <summary>What a paper takes from the settings. The province's signers do not sign for an agency.</summary>
        public PaperFormalities For(PaperSource source)
        {
            ArgumentNullException.ThrowIfNull(source);
            var own = PaperSigner.Of(source.Paper);
            var isPlan = source.Paper.Kind == PaperKind.Plan;
            var ofAgency = source.OnlyFor is not null || source.Paper.Kind == PaperKind.ScoreSheet || (isPlan && !source.ByProvince);
            var set = ofAgency ? null : isPlan || PaperKinds.IsDecision(source.Paper.Kind) ? Decisions : Reports;
            var signer = set switch
            {
                null => own,
                { Position: null } => own with { Name = set.Name },
                _ => set,
            };
            // Number and day of minutes are known when they are drawn.
            var heading = source.Paper.Heading;
            return new PaperFormalities { Place = Place, Signer = signer, Date = heading.Date, Number = heading.Number is { } number && char.IsAsciiDigit(number.FirstOrDefault()) ? number : null };
        }
    }

    public sealed class Handler(OpenParDb db)
    {
        public async Task<View> HandleAsync(CancellationToken cancellationToken)
        {
            var set = await db.PaperFormalities.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            return set is null ? new View(null, new PaperSigner(), new PaperSigner(), null, null) : Of(set);
        }

        private static View Of(FormalitiesRecord set) => new(
            set.Place,
            new PaperSigner { Authority = set.DecisionAuthority, Position = set.DecisionPosition, Name = set.DecisionSigner },
            new PaperSigner { Authority = set.ReportAuthority, Position = set.ReportPosition, Name = set.ReportSigner },
            set.ChangedAt, set.ChangedBy);
    }
}
