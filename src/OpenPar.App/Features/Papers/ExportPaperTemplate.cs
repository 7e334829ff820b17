using Microsoft.EntityFrameworkCore;
using OpenPar.App.Data;
using OpenPar.App.Features.Evidence;
using OpenPar.Core.Papers;
using OpenPar.Documents.Writing.Templates;

namespace OpenPar.App.Features.Papers;

/// <summary>Files around a template: the sample to begin from, the list of fields, the template in use.</summary>
public static class ExportPaperTemplate
{
    /// <summary>Which of the files.</summary>
    public enum Part
    {
        /// <summary>The built-in layout with its fields by name (.docx).</summary>
        Sample,

        /// <summary>The list of fields (.xlsx).</summary>
        Fields,

        /// <summary>The province's own template as uploaded (.docx).</summary>
        Own,
    }

    public sealed record Query(PaperKind Kind, Part Part);

    public sealed class Handler(OpenParDb db, FileStore store)
    {
        /// <summary>The file; null when the province has no template of its own.</summary>
        public async Task<byte[]?> HandleAsync(Query query, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(query);
            using var file = new MemoryStream();
            switch (query.Part)
            {
                case Part.Sample: SampleTemplate.Write(query.Kind, file); break;
                case Part.Fields: FieldList.Write(query.Kind, file); break;
                default:
                    if (await db.PaperTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Kind == query.Kind, cancellationToken) is not { } own) return null;
                    await using (var stored = await store.OpenAsync(own.Sha256, cancellationToken)) await stored.CopyToAsync(file, cancellationToken);
                    break;
            }

            return file.ToArray();
        }
    }
}
