using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Frameworks;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Rounds;

namespace OpenPar.App.Data.Mappings;

internal sealed class RoundMapping : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.Property(r => r.Version).IsRowVersion();
        builder.HasOne<FrameworkRecord>().WithMany().HasForeignKey(r => r.FrameworkId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Sheets).WithOne().HasForeignKey(s => s.RoundId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SheetMapping : IEntityTypeConfiguration<Sheet>
{
    public void Configure(EntityTypeBuilder<Sheet> builder)
    {
        builder.HasIndex(s => new { s.RoundId, s.UnitId }).IsUnique();
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

internal sealed class RowDecisionMapping : IEntityTypeConfiguration<RowDecision>
{
    public void Configure(EntityTypeBuilder<RowDecision> builder)
    {
        builder.Property(d => d.Id).UseIdentityAlwaysColumn();
        builder.Property(d => d.Facts).HasConversion<FactsConverter, FactsComparer>().HasColumnType("jsonb");
        builder.Property(d => d.Explanation).HasColumnType("jsonb");
        builder.Property(d => d.Basis).HasColumnType("jsonb");
    }
}

internal sealed class RowMessageMapping : IEntityTypeConfiguration<RowMessage>
{
    public void Configure(EntityTypeBuilder<RowMessage> builder) => builder.Property(m => m.Id).UseIdentityAlwaysColumn();
}

internal sealed class CalendarYearMapping : IEntityTypeConfiguration<CalendarYearRecord>
{
    public void Configure(EntityTypeBuilder<CalendarYearRecord> builder)
    {
        builder.HasKey(c => c.Year);
        builder.Property(c => c.Year).ValueGeneratedNever();
    }
}
