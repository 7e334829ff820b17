using OpenPar.App.Data.Model;
using OpenPar.Core;
using OpenPar.Core.Rounds;

namespace OpenPar.App.Features.Rounds.Sheets;

/// <summary>The unit's leader wants something changed: the sheet goes back to the focal officer with a message.</summary>
public static class SendSheetBack
{
    public sealed record Command(SheetId Sheet, string? Message);

    public static class Refusals
    {
        public static Refusal MessageMissing => Refusal.Of("message-missing", "Ghi rõ việc cần sửa để đầu mối biết.", "Say what is to be changed.", "message");
    }

    public sealed class Handler(SheetAccess access)
    {
        public async Task<Answer<SheetId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            return string.IsNullOrWhiteSpace(command.Message)
                ? Refusals.MessageMissing
                : await access.ActAsync(command.Sheet, SheetEvent.SendBack, nameof(SendSheetBack), command.Message, cancellationToken);
        }
    }
}
