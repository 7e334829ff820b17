using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Features.Organisations;

/// <summary>An agency as the audit log keeps it.</summary>
internal sealed record AgencyState(string Name, AgencyKind Kind, string? Parent, IReadOnlyList<string> Aliases, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    public static AgencyState Of(AgencyRecord record) =>
        new(record.Name, record.Kind, record.ParentId?.ToString(), [.. record.Aliases], record.ValidFrom, record.ValidTo);
}
