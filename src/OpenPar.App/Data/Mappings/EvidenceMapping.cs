using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Data.Model.Organisations;
using OpenPar.App.Data.Model.Plans;
using OpenPar.App.Data.Model.Rounds;

namespace OpenPar.App.Data.Mappings;

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(d => d.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(d => d.Revisions).WithOne().HasForeignKey(r => r.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(d => d.Search).HasComputedColumnSql("to_tsvector('simple'::regconfig, coalesce(folded, ''))", stored: true);
        builder.HasIndex(d => d.Search).HasMethod("gin");
    }
}

internal sealed class RevisionMapping : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.Property(r => r.Id).UseIdentityAlwaysColumn();
        builder.HasIndex(r => r.Sha256);
        builder.HasOne<FileRecord>().WithMany().HasForeignKey(r => r.Sha256).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class FileRecordMapping : IEntityTypeConfiguration<FileRecord>
{
    public void Configure(EntityTypeBuilder<FileRecord> builder)
    {
        builder.HasKey(f => f.Sha256);
        builder.Property(f => f.Search).HasComputedColumnSql("to_tsvector('simple'::regconfig, coalesce(folded, ''))", stored: true);
        builder.HasIndex(f => f.Search).HasMethod("gin");
    }
}

internal sealed class UnusedFileMapping : IEntityTypeConfiguration<UnusedFile>
{
    public void Configure(EntityTypeBuilder<UnusedFile> builder) => builder.HasKey(f => f.Sha256);
}

internal sealed class UploadMapping : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.HasOne<AgencyRecord>().WithMany().HasForeignKey(u => u.AgencyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<FileRecord>().WithMany().HasForeignKey(u => u.Sha256).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => u.OwnerId);
        builder.HasIndex(u => u.ExpiresAt);
        // Put off by every part: who saves or removes an upload that went on meanwhile is told so.
        builder.Property(u => u.ExpiresAt).IsConcurrencyToken();
    }
}

internal sealed class CitationMapping : IEntityTypeConfiguration<Citation>
{
    public void Configure(EntityTypeBuilder<Citation> builder)
    {
        builder.Property(c => c.Id).UseIdentityAlwaysColumn();
        builder.HasOne<Row>().WithMany().HasForeignKey(c => c.RowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TaskCitationMapping : IEntityTypeConfiguration<TaskCitation>
{
    public void Configure(EntityTypeBuilder<TaskCitation> builder)
    {
        builder.Property(c => c.Id).UseIdentityAlwaysColumn();
        builder.HasOne<PlanRowRecord>().WithMany().HasForeignKey(c => c.PlanRowId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Document>().WithMany().HasForeignKey(c => c.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}
