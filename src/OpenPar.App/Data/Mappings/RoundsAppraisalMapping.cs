using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Data.Model.Rounds;

namespace OpenPar.App.Data.Mappings;

internal sealed class TeamMapping : IEntityTypeConfiguration<Team>
{
    public void Configure(EntityTypeBuilder<Team> builder)
    {
        builder.HasIndex(t => new { t.RoundId, t.Name }).IsUnique();
        builder.HasOne<Round>().WithMany().HasForeignKey(t => t.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Members).WithOne().HasForeignKey(m => m.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TeamMemberMapping : IEntityTypeConfiguration<TeamMember>
{
    public void Configure(EntityTypeBuilder<TeamMember> builder)
    {
        builder.HasKey(m => new { m.TeamId, m.UserId });
        builder.HasIndex(m => m.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RowOpinionMapping : IEntityTypeConfiguration<RowOpinion>
{
    public void Configure(EntityTypeBuilder<RowOpinion> builder)
    {
        builder.Property(o => o.Id).UseIdentityAlwaysColumn();
        builder.Property(o => o.Facts).HasConversion<FactsConverter, FactsComparer>().HasColumnType("jsonb");
        builder.Property(o => o.Explanation).HasColumnType("jsonb");
        builder.HasIndex(o => new { o.RowId, o.Pass, o.UserId }).IsUnique();
        builder.HasOne<Row>().WithMany().HasForeignKey(o => o.RowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(o => o.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}
