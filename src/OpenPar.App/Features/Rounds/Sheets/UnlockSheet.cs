using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>A signed sheet is opened again for its unit, with a reason. What was signed stays on record, and the sheet is signed anew.</summary>
public static class UnlockSheet
{
    public sealed record Command(SheetId Sheet, string? Reason);

    public static class Refusals
    {
        public static Refusal ReasonMissing => Refusal.Of("reason-missing", "Ghi lý do mở lại phiếu đã ký.", "Give the reason for opening a signed sheet.", "reason");
    }

    public sealed class Handler(SheetAccess access)
    {
        public async Task<Answer<SheetId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            return string.IsNullOrWhiteSpace(command.Reason)
                ? Refusals.ReasonMissing
                : await access.ActAsync(command.Sheet, SheetEvent.Unlock, nameof(UnlockSheet), command.Reason, cancellationToken);
        }
    }
}
