using OpenPar.App.Data.Model;

namespace OpenPar.App.Features.Rounds;

/// <summary>How a sheet stands before appraisers announce, settle or go on with it.</summary>
public static class ShowAppraisedSheet
{
    public sealed class Handler(AppraisedSheets sheets)
    {
        public Task<SheetStanding?> HandleAsync(SheetId id, CancellationToken cancellationToken) => sheets.StandingAsync(id, cancellationToken);
    }
}
