using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Plans;

namespace OpenPar.App.Data.Mappings;

internal sealed class PlanMapping : IEntityTypeConfiguration<PlanRecord>
{
    public void Configure(EntityTypeBuilder<PlanRecord> builder)
    {
        builder.Property(p => p.Version).IsRowVersion();
        builder.Property(p => p.Tables).HasColumnType("jsonb");
        builder.HasOne<FrameworkRecord>().WithMany().HasForeignKey(p => p.FrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Rows).WithOne().HasForeignKey(r => r.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanRowMapping : IEntityTypeConfiguration<PlanRowRecord>
{
    public void Configure(EntityTypeBuilder<PlanRowRecord> builder)
    {
        builder.Property(r => r.Words).HasColumnType("jsonb");
        builder.Property(r => r.Read).HasColumnType("jsonb");
        builder.Property(r => r.Flags).HasColumnType("jsonb");
        builder.Property(r => r.Version).IsRowVersion();
        builder.HasMany(r => r.Agencies).WithOne().HasForeignKey(a => a.RowId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PlanRowAgencyMapping : IEntityTypeConfiguration<PlanRowAgency>
{
    public void Configure(EntityTypeBuilder<PlanRowAgency> builder)
    {
        builder.HasKey(a => new { a.RowId, a.Role, a.SortOrder });
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanImportMapping : IEntityTypeConfiguration<PlanImport>
{
    public void Configure(EntityTypeBuilder<PlanImport> builder)
    {
        builder.Property(i => i.Findings).HasColumnType("jsonb");
        builder.Property(i => i.NameChoices).HasColumnType("jsonb");
        builder.Property(i => i.Annexes).HasColumnType("jsonb");
        builder.Property(i => i.Version).IsRowVersion();
        builder.HasOne<FrameworkRecord>().WithMany().HasForeignKey(i => i.FrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PlanRecord>().WithMany().HasForeignKey(i => i.PlanId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Rows).WithOne().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PlanImportRowMapping : IEntityTypeConfiguration<PlanImportRow>
{
    public void Configure(EntityTypeBuilder<PlanImportRow> builder)
    {
        builder.HasKey(r => new { r.ImportId, r.Number });
        builder.Property(r => r.Version).IsRowVersion();
        foreach (var json in new[] { nameof(PlanImportRow.Read), nameof(PlanImportRow.Words), nameof(PlanImportRow.Flags), nameof(PlanImportRow.Source), nameof(PlanImportRow.Old), nameof(PlanImportRow.Decided) })
            builder.Property(json).HasColumnType("jsonb");
        builder.HasOne<PlanRowRecord>().WithMany().HasForeignKey(r => r.PlanRowId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanImportStepMapping : IEntityTypeConfiguration<PlanImportStep>
{
    public void Configure(EntityTypeBuilder<PlanImportStep> builder)
    {
        builder.Property(c => c.Id).UseIdentityAlwaysColumn();
        builder.Property(c => c.Before).HasColumnType("jsonb");
        builder.HasOne<PlanImport>().WithMany().HasForeignKey(c => c.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}
