using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Papers;

namespace OpenPar.App.Data.Mappings;

internal sealed class PaperRecordMapping : IEntityTypeConfiguration<PaperRecord>
{
    public void Configure(EntityTypeBuilder<PaperRecord> builder)
    {
        builder.HasKey(r => r.Code);
        // json, not jsonb: the bytes that were hashed come back as they were.
        builder.Property(r => r.State).HasColumnType("json");
        builder.HasIndex(r => r.Subject);
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperTemplateMapping : IEntityTypeConfiguration<PaperTemplate>
{
    public void Configure(EntityTypeBuilder<PaperTemplate> builder) => builder.HasKey(t => t.Kind);
}

internal sealed class FormalitiesMapping : IEntityTypeConfiguration<FormalitiesRecord>
{
    public void Configure(EntityTypeBuilder<FormalitiesRecord> builder)
    {
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
    }
}
