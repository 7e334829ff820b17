using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenPar.App.Data.Model.Accounts;
using OpenPar.App.Data.Model.Evidence;
using OpenPar.App.Data.Model.Rounds;

namespace OpenPar.App.Data.Mappings;

internal sealed class SheetHappeningMapping : IEntityTypeConfiguration<SheetHappening>
{
    public void Configure(EntityTypeBuilder<SheetHappening> builder)
    {
        builder.Property(h => h.Id).UseIdentityAlwaysColumn();
        builder.HasOne<Sheet>().WithMany().HasForeignKey(h => h.SheetId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClosingMapping : IEntityTypeConfiguration<Closing>
{
    public void Configure(EntityTypeBuilder<Closing> builder)
    {
        builder.Property(c => c.Id).UseIdentityAlwaysColumn();
        builder.HasOne<Sheet>().WithMany().HasForeignKey(c => c.SheetId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.SignerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Documents).WithOne().HasForeignKey(d => d.ClosingId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClosingDocumentMapping : IEntityTypeConfiguration<ClosingDocument>
{
    public void Configure(EntityTypeBuilder<ClosingDocument> builder)
    {
        builder.HasKey(d => new { d.ClosingId, d.DocumentId });
        builder.HasOne<Document>().WithMany().HasForeignKey(d => d.DocumentId).OnDelete(DeleteBehavior.Restrict);
    }
}
