namespace OpenPar.App.Data.Model;

/// <summary>An identity that is a time-ordered uuid in the database and a type of its own in code.</summary>
public interface IUuid<TSelf>
    where TSelf : struct, IUuid<TSelf>
{
    Guid Value { get; }

    static abstract TSelf From(Guid value);
}

public readonly record struct ImportId(Guid Value) : IUuid<ImportId>
{
    public static ImportId From(Guid value) => new(value);

    public static ImportId New() => new(Guid.CreateVersion7());
}

public readonly record struct MappingId(Guid Value) : IUuid<MappingId>
{
    public static MappingId From(Guid value) => new(value);

    public static MappingId New() => new(Guid.CreateVersion7());
}

public readonly record struct RoundId(Guid Value) : IUuid<RoundId>
{
    public static RoundId From(Guid value) => new(value);

    public static RoundId New() => new(Guid.CreateVersion7());
}

public readonly record struct GroupId(Guid Value) : IUuid<GroupId>
{
    public static GroupId From(Guid value) => new(value);

    public static GroupId New() => new(Guid.CreateVersion7());
}

public readonly record struct SheetId(Guid Value) : IUuid<SheetId>
{
    public static SheetId From(Guid value) => new(value);

    public static SheetId New() => new(Guid.CreateVersion7());
}

public readonly record struct RowId(Guid Value) : IUuid<RowId>
{
    public static RowId From(Guid value) => new(value);

    public static RowId New() => new(Guid.CreateVersion7());
}

public readonly record struct DocumentId(Guid Value) : IUuid<DocumentId>
{
    public static DocumentId From(Guid value) => new(value);

    public static DocumentId New() => new(Guid.CreateVersion7());
}

public readonly record struct DraftId(Guid Value) : IUuid<DraftId>
{
    public static DraftId From(Guid value) => new(value);

    public static DraftId New() => new(Guid.CreateVersion7());
}

public readonly record struct UploadId(Guid Value) : IUuid<UploadId>
{
    public static UploadId From(Guid value) => new(value);

    public static UploadId New() => new(Guid.CreateVersion7());
}

public readonly record struct PlanId(Guid Value) : IUuid<PlanId>
{
    public static PlanId From(Guid value) => new(value);

    public static PlanId New() => new(Guid.CreateVersion7());
}

public readonly record struct ReorganisationId(Guid Value) : IUuid<ReorganisationId>
{
    public static ReorganisationId From(Guid value) => new(value);

    public static ReorganisationId New() => new(Guid.CreateVersion7());
}

public readonly record struct PlanRowId(Guid Value) : IUuid<PlanRowId>
{
    public static PlanRowId From(Guid value) => new(value);

    public static PlanRowId New() => new(Guid.CreateVersion7());
}

public readonly record struct OutageId(Guid Value) : IUuid<OutageId>
{
    public static OutageId From(Guid value) => new(value);

    public static OutageId New() => new(Guid.CreateVersion7());
}
