using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Data.Model.Rounds;

namespace OpenPar.App.Data.Mappings;

internal sealed class CouncilMemberMapping : IEntityTypeConfiguration<CouncilMember>
{
    public void Configure(EntityTypeBuilder<CouncilMember> builder)
    {
        builder.HasKey(m => new { m.RoundId, m.UserId });
        builder.HasIndex(m => m.UserId);
        builder.HasOne<Round>().WithMany().HasForeignKey(m => m.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilSessionMapping : IEntityTypeConfiguration<CouncilSession>
{
    public void Configure(EntityTypeBuilder<CouncilSession> builder)
    {
        builder.Property(s => s.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(s => new { s.RoundId, s.MinutesNumber }).IsUnique();
        builder.HasOne<Round>().WithMany().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(s => s.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany<RowDecision>().WithOne().HasForeignKey(d => d.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CouncilAttendanceMapping : IEntityTypeConfiguration<CouncilAttendance>
{
    public void Configure(EntityTypeBuilder<CouncilAttendance> builder)
    {
        builder.Property(a => a.Id).UseIdentityAlwaysColumn();
        builder.HasOne<CouncilSession>().WithMany().HasForeignKey(a => a.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(a => a.People, people => people.ToJson("people"));
    }
}

internal sealed class AdjustmentMapping : IEntityTypeConfiguration<Adjustment>
{
    public void Configure(EntityTypeBuilder<Adjustment> builder)
    {
        builder.Property(a => a.Id).UseIdentityAlwaysColumn();
        builder.Property(a => a.Version).IsRowVersion();
        builder.HasOne<Sheet>().WithMany().HasForeignKey(a => a.SheetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(a => a.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ApprovalMapping : IEntityTypeConfiguration<Approval>
{
    public void Configure(EntityTypeBuilder<Approval> builder)
    {
        builder.Property(a => a.Id).UseIdentityAlwaysColumn();
        builder.HasOne<Round>().WithMany().HasForeignKey(a => a.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PublicationMapping : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.Property(p => p.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(p => p.ApprovalId).IsUnique();
        builder.HasOne<Approval>().WithMany().HasForeignKey(p => p.ApprovalId).OnDelete(DeleteBehavior.Restrict);
    }
}
