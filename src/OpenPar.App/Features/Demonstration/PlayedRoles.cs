using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data.Model;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Features.Evidence;
using OpenPar.Core;
using OpenPar.Documents.Packs;

namespace OpenPar.App.Features.Demonstration;

/// <summary>Does what people of the demonstration would do, through the ordinary use cases, each act in a scope of its own.</summary>
public sealed class PlayedRoles(IServiceScopeFactory scopes)
{
    /// <exception cref="InvalidOperationException">The use case refused; the demonstration's data are wrong.</exception>
    public async Task<T> AsAsync<T>(User person, Func<IServiceProvider, Task<Answer<T>>> act)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(act);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().SignedInAs(person.Id, person.FullName, person.AgencyId, [.. person.Grants.Select(g => g.Role)], demonstration: true);
        var answer = await act(scope.ServiceProvider);
        return answer.Done ? answer.Value : throw new InvalidOperationException($"The demonstration was refused: {string.Join(" ", answer.Refusals.Select(r => r.Message.En))}");
    }

    /// <summary>Brings a document of the demonstration into the library as proof of a row.</summary>
    /// <exception cref="InvalidOperationException">The use case refused.</exception>
    public async Task CiteAsync(User officer, RowId row, DemonstrationDocument evidence, string evidenceFile, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        await using var content = File.OpenRead(evidenceFile);
        var description = new DocumentDescription
        {
            Number = evidence.Number,
            Symbol = evidence.Symbol,
            Issuer = evidence.Issuer,
            IssuedOn = evidence.IssuedOn,
            Subject = evidence.Subject,
            Type = evidence.Type,
        };
        var command = new ProveRow.Command(row, new NewProof(description, Path.GetFileName(evidenceFile), content, null, evidence.Item, evidence.Page));
        await AsAsync(officer, s => s.GetRequiredService<ProveRow.Handler>().HandleAsync(command, cancellationToken));
    }
}
