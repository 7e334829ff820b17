using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Organisations;

namespace OpenPar.App.Data.Mappings;

internal sealed class FrameworkMapping : IEntityTypeConfiguration<FrameworkRecord>
{
    public void Configure(EntityTypeBuilder<FrameworkRecord> builder)
    {
        builder.Property(f => f.Substitutions).HasColumnType("jsonb");
        builder.HasMany(f => f.Criteria).WithOne().HasForeignKey(c => c.FrameworkId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CriterionMappingConfiguration : IEntityTypeConfiguration<CriterionRecord>
{
    public void Configure(EntityTypeBuilder<CriterionRecord> builder)
    {
        builder.HasKey(c => new { c.FrameworkId, c.Code });
        builder.Property(c => c.Rule).HasColumnType("jsonb");
    }
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.HasKey(a => new { a.FrameworkId, a.Code, a.AgencyId, a.Role });
        builder.HasOne<CriterionRecord>().WithMany().HasForeignKey(a => new { a.FrameworkId, a.Code }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AssignmentImport>().WithMany().HasForeignKey(a => a.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AssignmentImportMapping : IEntityTypeConfiguration<AssignmentImport>
{
    public void Configure(EntityTypeBuilder<AssignmentImport> builder)
    {
        builder.Property(i => i.Findings).HasColumnType("jsonb");
        builder.Property(i => i.NameChoices).HasColumnType("jsonb");
        builder.Property(i => i.Version).IsRowVersion();
        builder.HasOne<FrameworkRecord>().WithMany().HasForeignKey(i => i.FrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Rows).WithOne().HasForeignKey(r => r.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class AssignmentImportRowMapping : IEntityTypeConfiguration<AssignmentImportRow>
{
    public void Configure(EntityTypeBuilder<AssignmentImportRow> builder)
    {
        builder.HasKey(r => new { r.ImportId, r.Code });
        builder.Property(r => r.Flags).HasColumnType("jsonb");
        builder.Property(r => r.Source).HasColumnType("jsonb");
    }
}

internal sealed class AssignmentImportStepMapping : IEntityTypeConfiguration<AssignmentImportStep>
{
    public void Configure(EntityTypeBuilder<AssignmentImportStep> builder)
    {
        builder.Property(s => s.Id).UseIdentityAlwaysColumn();
        builder.Property(s => s.Before).HasColumnType("jsonb");
        builder.HasOne<AssignmentImport>().WithMany().HasForeignKey(s => s.ImportId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MappingDecisionMapping : IEntityTypeConfiguration<MappingDecision>
{
    public void Configure(EntityTypeBuilder<MappingDecision> builder)
    {
        builder.HasOne<FrameworkRecord>().WithMany().HasForeignKey(d => d.FromFrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FrameworkRecord>().WithMany().HasForeignKey(d => d.ToFrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Members).WithOne().HasForeignKey(m => m.DecisionId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class MappingMemberMapping : IEntityTypeConfiguration<MappingMember>
{
    public void Configure(EntityTypeBuilder<MappingMember> builder)
    {
        builder.HasKey(m => new { m.DecisionId, m.FrameworkId, m.Code });
        builder.HasOne<CriterionRecord>().WithMany().HasForeignKey(m => new { m.FrameworkId, m.Code }).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FrameworkDraftMapping : IEntityTypeConfiguration<FrameworkDraft>
{
    public void Configure(EntityTypeBuilder<FrameworkDraft> builder)
    {
        // json, not jsonb: what was typed comes back as it was written.
        builder.Property(d => d.Head).HasColumnType("json");
        builder.Property(d => d.Version).IsConcurrencyToken();
        builder.HasMany(d => d.Rows).WithOne().HasForeignKey(r => r.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class FrameworkDraftRowMapping : IEntityTypeConfiguration<FrameworkDraftRow>
{
    public void Configure(EntityTypeBuilder<FrameworkDraftRow> builder)
    {
        builder.HasKey(r => new { r.DraftId, r.Number });
        builder.Property(r => r.Text).HasColumnType("json");
    }
}

internal sealed class FrameworkDraftChangeMapping : IEntityTypeConfiguration<FrameworkDraftChange>
{
    public void Configure(EntityTypeBuilder<FrameworkDraftChange> builder)
    {
        builder.Property(c => c.Id).UseIdentityAlwaysColumn();
        builder.Property(c => c.Before).HasColumnType("json");
        builder.HasOne<FrameworkDraft>().WithMany().HasForeignKey(c => c.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TargetMapping : IEntityTypeConfiguration<Target>
{
    public void Configure(EntityTypeBuilder<Target> builder)
    {
        builder.HasKey(t => new { t.FrameworkId, t.Code, t.Year });
        builder.HasOne<CriterionRecord>().WithMany().HasForeignKey(t => new { t.FrameworkId, t.Code }).OnDelete(DeleteBehavior.Restrict);
    }
}
