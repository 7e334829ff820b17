using Microsoft.Extensions.DependencyInjection;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.Core;

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
}
