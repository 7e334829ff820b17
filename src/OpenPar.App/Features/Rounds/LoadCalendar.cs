using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model.Rounds;
using OpenPar.Core.Rules;

namespace OpenPar.App.Features.Rounds;

/// <summary>
/// Takes the working days of a year into the database; the same content twice changes nothing. Decisions keep the calendar they were
/// counted by, so that a corrected one does not change them.
/// </summary>
public static class LoadCalendar
{
    public sealed record Command(CalendarYear Calendar);

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        /// <summary>True when the database changed.</summary>
        public async Task<bool> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            var wanted = CalendarYearRecord.From(command.Calendar, time.GetUtcNow());
            var stored = await db.CalendarYears.SingleOrDefaultAsync(c => c.Year == wanted.Year, cancellationToken);
            var before = stored?.ToCalendar();
            if (before == command.Calendar) return false;
            if (stored is null) db.CalendarYears.Add(wanted);
            else db.Entry(stored).CurrentValues.SetValues(wanted);
            db.Record(actor, time, nameof(LoadCalendar), $"calendar/{wanted.Year}", before, command.Calendar);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
