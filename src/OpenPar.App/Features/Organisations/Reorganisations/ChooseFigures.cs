using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core;

namespace OpenPar.App.Features.Organisations.Reorganisations;

/// <summary>Keeps what a person chose for rows that several units declared; the dry run then shows what follows.</summary>
public static class ChooseFigures
{
    public sealed record Command(ReorganisationId Id, IReadOnlyDictionary<string, string> Choices);

    public static class Refusals
    {
        public static Refusal NotFound => Refusal.Of("not-found", "Không có phương án sắp xếp này.", "There is no such reorganisation.");

        public static Refusal AlreadyApplied => Refusal.Of("already-applied",
            "Phương án này đã được thực hiện; không có gì thay đổi.", "This reorganisation has been carried out already; nothing was changed.");
    }

    public sealed class Handler(OpenParDb db, TimeProvider time, Actor actor)
    {
        public async Task<Answer<ReorganisationId>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            if (!await db.Reorganisations.AnyAsync(r => r.Id == command.Id, cancellationToken)) return Refusals.NotFound;
            if (await db.ReorganisationApplications.AnyAsync(a => a.ReorganisationId == command.Id, cancellationToken)) return Refusals.AlreadyApplied;
            db.ReorganisationChoices.Add(new ReorganisationChoice
            {
                Id = default,
                ReorganisationId = command.Id,
                Choices = ReorganisationJson.Write(command.Choices),
                At = time.GetUtcNow(),
                By = actor.Name,
            });
            db.Record(actor, time, nameof(ChooseFigures), $"reorganisation/{command.Id.Value}", null, new { command.Choices });
            await db.SaveChangesAsync(cancellationToken);
            return command.Id;
        }
    }
}
