using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Organisations;

namespace OpenPar.App.Data.Mappings;

internal sealed class AgencyMapping : IEntityTypeConfiguration<AgencyRecord>
{
    public void Configure(EntityTypeBuilder<AgencyRecord> builder)
    {
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(a => a.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(a => a.Version).IsRowVersion();
    }
}

internal sealed class SuccessionMapping : IEntityTypeConfiguration<SuccessionRecord>
{
    public void Configure(EntityTypeBuilder<SuccessionRecord> builder)
    {
        builder.HasKey(s => new { s.PredecessorId, s.SuccessorId });
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(s => s.PredecessorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(s => s.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}
