using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Rounds;

namespace OpenPar.App.Data.Mappings;

internal sealed class RoundMapping : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.Property(r => r.Version).IsRowVersion();
        builder.Property(r => r.Settings).HasConversion<SettingsConverter, SettingsComparer>().HasColumnType("jsonb");
        builder.Ignore(r => r.Calendar);
        builder.HasMany(r => r.Groups).WithOne().HasForeignKey(g => g.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Extensions).WithOne().HasForeignKey(e => e.RoundId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Sheets).WithOne().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UnitGroupMapping : IEntityTypeConfiguration<UnitGroup>
{
    public void Configure(EntityTypeBuilder<UnitGroup> builder)
    {
        builder.HasIndex(g => new { g.RoundId, g.Name }).IsUnique();
        builder.HasOne<FrameworkRecord>().WithMany().HasForeignKey(g => g.FrameworkId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RoundExtensionMapping : IEntityTypeConfiguration<RoundExtension>
{
    public void Configure(EntityTypeBuilder<RoundExtension> builder)
    {
        builder.Property(e => e.Id).UseIdentityAlwaysColumn();
        builder.HasOne<UnitGroup>().WithMany().HasForeignKey(e => e.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Sheet>().WithMany().HasForeignKey(e => e.SheetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SheetMapping : IEntityTypeConfiguration<Sheet>
{
    public void Configure(EntityTypeBuilder<Sheet> builder)
    {
        builder.HasIndex(s => new { s.RoundId, s.UnitId }).IsUnique();
        builder.Property(s => s.Version).IsRowVersion();
        builder.HasOne<UnitGroup>().WithMany().HasForeignKey(s => s.GroupId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(s => s.Rows).WithOne().HasForeignKey(r => r.SheetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RowMapping : IEntityTypeConfiguration<Row>
{
    public void Configure(EntityTypeBuilder<Row> builder)
    {
        builder.HasIndex(r => new { r.SheetId, r.Code }).IsUnique();
        builder.Property(r => r.Version).IsRowVersion();
        builder.Property(r => r.Facts).HasConversion<FactsConverter, FactsComparer>().HasColumnType("jsonb");
        builder.Property(r => r.Origins).HasConversion<OriginsConverter, OriginsComparer>().HasColumnType("jsonb");
        builder.Property(r => r.Unread).HasConversion<UnreadConverter, UnreadComparer>().HasColumnType("jsonb");
        builder.HasMany(r => r.Owners).WithOne().HasForeignKey(o => o.RowId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Delegates).WithOne().HasForeignKey(d => d.RowId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(r => r.Decisions).WithOne().HasForeignKey(d => d.RowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Messages).WithOne().HasForeignKey(m => m.RowId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RowOwnerMapping : IEntityTypeConfiguration<RowOwner>
{
    public void Configure(EntityTypeBuilder<RowOwner> builder)
    {
        builder.HasKey(o => new { o.RowId, o.AgencyId });
        builder.HasIndex(o => o.AgencyId);
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(o => o.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RowDelegateMapping : IEntityTypeConfiguration<RowDelegate>
{
    public void Configure(EntityTypeBuilder<RowDelegate> builder)
    {
        builder.HasKey(d => new { d.RowId, d.UserId });
        builder.HasIndex(d => d.UserId);
        builder.HasOne<User>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class RowDecisionMapping : IEntityTypeConfiguration<RowDecision>
{
    public void Configure(EntityTypeBuilder<RowDecision> builder)
    {
        builder.Property(d => d.Id).UseIdentityAlwaysColumn();
        builder.Property(d => d.Facts).HasConversion<FactsConverter, FactsComparer>().HasColumnType("jsonb");
        builder.Ignore(d => d.Votes);
        builder.Property(d => d.Explanation).HasColumnType("jsonb");
        builder.Property(d => d.Basis).HasColumnType("jsonb");
    }
}

internal sealed class RowMessageMapping : IEntityTypeConfiguration<RowMessage>
{
    public void Configure(EntityTypeBuilder<RowMessage> builder)
    {
        builder.Property(m => m.Id).UseIdentityAlwaysColumn();
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(m => m.AuthorAgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(m => m.AuthorId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SeenRowMapping : IEntityTypeConfiguration<SeenRow>
{
    public void Configure(EntityTypeBuilder<SeenRow> builder)
    {
        builder.HasKey(s => new { s.UserId, s.RowId });
        builder.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Row>().WithMany().HasForeignKey(s => s.RowId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CalendarYearMapping : IEntityTypeConfiguration<CalendarYearRecord>
{
    public void Configure(EntityTypeBuilder<CalendarYearRecord> builder)
    {
        builder.HasKey(c => c.Year);
        builder.Property(c => c.Year).ValueGeneratedNever();
    }
}
