using OpenPar.App.Data.Model;
using OpenPar.Core;

namespace OpenPar.App.Features.Evidence.Tasks;

/// <summary>Proves the product of a task of a plan with a new document in one act: it comes into the library and is cited, or neither.</summary>
public static class ProveTask
{
    public sealed record Command(PlanId Plan, PlanRowId Task, NewProof Proof);

    public sealed class Handler(TaskAccess access, AddDocument.Handler add, CiteForTask.Handler cite, TakeFile take)
    {
        public async Task<Answer<AddDocument.Added>> HandleAsync(Command command, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(command);
            // Asked first, so that no file is stored for a task the person may not prove.
            var allowed = await access.LoadAsync(command.Plan, command.Task, cancellationToken);
            if (!allowed.Done) return allowed.Refusals.ToList();
            var proof = command.Proof.Read(allowed.Value.Demonstration);
            if (!proof.Done) return proof.Refusals.ToList();
            var (document, item, page) = proof.Value;
            var added = await add.MakeAsync(document, cancellationToken);
            if (!added.Done) return added;
            cite.Make(command.Task, added.Value.Document, item, page);
            return await take.SaveAsync(cancellationToken) is { } refusal ? refusal : added;
        }
    }
}
