using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Rounds;

namespace OpenPar.App.Data.Mappings;

internal sealed class GroupSupplierMapping : IEntityTypeConfiguration<GroupSupplier>
{
    public void Configure(EntityTypeBuilder<GroupSupplier> builder)
    {
        builder.HasKey(s => new { s.GroupId, s.Code });
        builder.HasOne<UnitGroup>().WithMany(g => g.Suppliers).HasForeignKey(s => s.GroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(s => s.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundChangeMapping : IEntityTypeConfiguration<RoundChange>
{
    public void Configure(EntityTypeBuilder<RoundChange> builder)
    {
        builder.Property(c => c.Id).UseIdentityAlwaysColumn();
        builder.HasOne<Round>().WithMany().HasForeignKey(c => c.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OutageExtensionMapping : IEntityTypeConfiguration<RoundExtension>
{
    public void Configure(EntityTypeBuilder<RoundExtension> builder) =>
        builder.HasOne<Outage>().WithMany().HasForeignKey(e => e.OutageId).OnDelete(DeleteBehavior.Restrict);
}
