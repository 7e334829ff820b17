using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OpenPar.App.Data.Model;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Data.Mappings;

internal sealed class FrameworkIdConverter() : ValueConverter<FrameworkId, string>(id => id.ToString(), text => FrameworkId.Parse(text));

internal sealed class CriterionCodeConverter() : ValueConverter<CriterionCode, string>(code => code.ToString(), text => CriterionCode.Parse(text));

internal sealed class AgencyIdConverter() : ValueConverter<AgencyId, string>(id => id.ToString(), text => AgencyId.Parse(text));

internal sealed class UuidConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Typed(value))
    where TId : struct, IUuid<TId>
{
    // An expression tree may not name a static abstract member; a method may.
    private static TId Typed(Guid value) => TId.From(value);
}

internal static class UuidConvention
{
    public static ModelConfigurationBuilder Uuid<TId>(this ModelConfigurationBuilder builder)
        where TId : struct, IUuid<TId>
    {
        builder.Properties<TId>().HaveConversion<UuidConverter<TId>>();
        return builder;
    }
}
