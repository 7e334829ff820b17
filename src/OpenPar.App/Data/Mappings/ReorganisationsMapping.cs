using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Rounds;

namespace OpenPar.App.Data.Mappings;

internal sealed class FormerNameMapping : IEntityTypeConfiguration<FormerName>
{
    public void Configure(EntityTypeBuilder<FormerName> builder)
    {
        builder.HasKey(n => new { n.AgencyId, n.LastDay });
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(n => n.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReorganisationMapping : IEntityTypeConfiguration<ReorganisationRecord>
{
    public void Configure(EntityTypeBuilder<ReorganisationRecord> builder) => builder.Property(r => r.Content).HasColumnType("jsonb");
}

internal sealed class ReorganisationChoiceMapping : IEntityTypeConfiguration<ReorganisationChoice>
{
    public void Configure(EntityTypeBuilder<ReorganisationChoice> builder)
    {
        builder.Property(c => c.Id).UseIdentityAlwaysColumn();
        builder.Property(c => c.Choices).HasColumnType("jsonb");
        builder.HasOne<ReorganisationRecord>().WithMany().HasForeignKey(c => c.ReorganisationId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReorganisationApplicationMapping : IEntityTypeConfiguration<ReorganisationApplication>
{
    public void Configure(EntityTypeBuilder<ReorganisationApplication> builder)
    {
        builder.HasKey(a => a.ReorganisationId);
        builder.Property(a => a.State).HasColumnType("jsonb");
        builder.Property(a => a.Choices).HasColumnType("jsonb");
        builder.Property(a => a.Trace).HasColumnType("jsonb");
        builder.HasOne<ReorganisationRecord>().WithOne().HasForeignKey<ReorganisationApplication>(a => a.ReorganisationId)
            .HasConstraintName("fk_reorganisation_applications_reorganisations").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReorganisationStepMapping : IEntityTypeConfiguration<ReorganisationStepRecord>
{
    public void Configure(EntityTypeBuilder<ReorganisationStepRecord> builder)
    {
        builder.HasKey(s => new { s.ReorganisationId, s.Number });
        builder.Property(s => s.Step).HasColumnType("jsonb");
        builder.HasOne<ReorganisationApplication>().WithMany().HasForeignKey(s => s.ReorganisationId)
            .HasConstraintName("fk_reorganisation_steps_reorganisation_applications").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReorganisationRevocationMapping : IEntityTypeConfiguration<ReorganisationRevocation>
{
    public void Configure(EntityTypeBuilder<ReorganisationRevocation> builder)
    {
        builder.HasKey(r => r.ReorganisationId);
        builder.Property(r => r.Steps).HasColumnType("jsonb");
        builder.HasOne<ReorganisationApplication>().WithOne().HasForeignKey<ReorganisationRevocation>(r => r.ReorganisationId)
            .HasConstraintName("fk_reorganisation_revocations_reorganisation_applications").OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReturnedAgencyMapping : IEntityTypeConfiguration<ReturnedAgency>
{
    public void Configure(EntityTypeBuilder<ReturnedAgency> builder)
    {
        builder.HasKey(r => new { r.AgencyId, r.HeirId });
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(r => r.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(r => r.HeirId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SheetSuccessorMapping : IEntityTypeConfiguration<SheetSuccessor>
{
    public void Configure(EntityTypeBuilder<SheetSuccessor> builder)
    {
        builder.HasKey(s => new { s.SheetId, s.SuccessorId });
        builder.HasOne<Sheet>().WithMany().HasForeignKey(s => s.SheetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Sheet>().WithMany().HasForeignKey(s => s.SuccessorId).OnDelete(DeleteBehavior.Restrict);
    }
}
