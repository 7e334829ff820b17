using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace OpenPar.Web.Tests.Support;

/// <summary>What the audit log says of attempts on an account.</summary>
public static class Outcomes
{
    /// <summary>The outcomes of one action in their order, each with the second factor where one was recorded: "confirmed: passkey".</summary>
    public static async Task<List<string>> OutcomesAsync(this Site site, Guid userId, string action)
    {
        await using var db = site.Db();
        var entries = await db.AuditEntries.Where(e => e.Subject == $"account/{userId}" && e.Action == action).OrderBy(e => e.Id).Select(e => e.After!).ToListAsync();
        return entries.ConvertAll(OutcomeOf);
    }

    private static string OutcomeOf(string after)
    {
        using var read = JsonDocument.Parse(after);
        var outcome = read.RootElement.GetProperty("outcome").GetString()!;
        return read.RootElement.TryGetProperty("kind", out var kind) ? $"{outcome}: {kind.GetString()}" : outcome;
    }
}
