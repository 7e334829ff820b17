namespace OpenPar.App.Data.Model;

public readonly record struct TeamId(Guid Value) : IUuid<TeamId>
{
    public static TeamId From(Guid value) => new(value);

    public static TeamId New() => new(Guid.CreateVersion7());
}
