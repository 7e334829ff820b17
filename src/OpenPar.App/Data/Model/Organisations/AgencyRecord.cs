using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Data.Model.Organisations;

/// <summary>An agency of the register.</summary>
public sealed class AgencyRecord
{
    public required AgencyId Id { get; init; }

    public required string Name { get; set; }

    public required AgencyKind Kind { get; set; }

    public AgencyId? ParentId { get; set; }

    public string[] Aliases { get; set; } = [];

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>Name and aliases without accents, for searching.</summary>
    public string SearchText { get; set; } = "";

    /// <summary>Changes with every write; tells two people apart who edit the same agency.</summary>
    public uint Version { get; init; }

    public void RefreshSearchText() => SearchText = string.Join('|', Aliases.Prepend(Name).Select(VietnameseText.Fold));

    public Agency ToAgency() => new()
    {
        Id = Id,
        Name = Name,
        Kind = Kind,
        Parent = ParentId,
        Aliases = Aliases,
        ValidFrom = ValidFrom,
        ValidTo = ValidTo,
    };
}

/// <summary>What became of an agency.</summary>
public sealed class SuccessionRecord
{
    public required AgencyId PredecessorId { get; init; }

    public required AgencyId SuccessorId { get; init; }

    /// <summary>First day of the new order.</summary>
    public required DateOnly EffectiveOn { get; init; }

    public required SuccessionKind Kind { get; init; }

    public string? Source { get; init; }
}
