using NpgsqlTypes;
using OpenPar.Core.Organisations;

namespace OpenPar.App.Data.Model.Evidence;

/// <summary>
/// A document of the evidence library (tài liệu kiểm chứng), described as in Nghị định 30/2020, phụ lục VI. One document
/// proves many rows.
/// </summary>
public sealed class Document
{
    public required DocumentId Id { get; init; }

    /// <summary>Số, without its symbol; null when the document has none.</summary>
    public string? Number { get; set; }

    /// <summary>Ký hiệu, such as "BC-SNV".</summary>
    public string? Symbol { get; set; }

    /// <summary>Cơ quan ban hành, as on the document.</summary>
    public required string Issuer { get; set; }

    /// <summary>Ngày ban hành.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>Ngày có hiệu lực.</summary>
    public DateOnly? EffectiveOn { get; set; }

    /// <summary>Ngày nhận.</summary>
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>Trích yếu.</summary>
    public required string Subject { get; set; }

    /// <summary>Loại, such as "Báo cáo".</summary>
    public string? Type { get; set; }

    /// <summary>Người ký, as on the document.</summary>
    public string? Signer { get; set; }

    /// <summary>Chức vụ of the signer.</summary>
    public string? SignerPosition { get; set; }

    /// <summary>Ngày hết hiệu lực.</summary>
    public DateOnly? ExpiresOn { get; set; }

    /// <summary>The day it goes to the archive: from then on it stays where it is cited and is not offered again.</summary>
    public DateOnly? ArchiveOn { get; set; }

    /// <summary>The web page it is a copy of; null for a document of its own.</summary>
    public string? Link { get; init; }

    /// <summary>Everything above and the names of its files, without accents; null until a search index was made.</summary>
    public string? Folded { get; set; }

    public NpgsqlTsVector Search { get; private set; } = null!;

    /// <summary>The agency that added it, or the one that continues it.</summary>
    public AgencyId? AgencyId { get; set; }

    public bool Demonstration { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string AddedBy { get; init; }

    public List<Revision> Revisions { get; init; } = [];
}

/// <summary>One file of a document; the newest is the one shown. The bytes lie in the file store under their hash.</summary>
public sealed class Revision
{
    public required long Id { get; init; }

    public required DocumentId DocumentId { get; init; }

    /// <summary>SHA-256 of the bytes, 64 lower-case hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Size { get; init; }

    public required string FileName { get; init; }

    /// <summary>Type by content, not by name.</summary>
    public required string ContentType { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required string UploadedBy { get; init; }

    /// <summary>When the web page was seen of which this is a copy; null for a file of its own.</summary>
    public DateTimeOffset? SeenAt { get; init; }
}

/// <summary>A place in a document that proves a row.</summary>
public sealed class Citation
{
    public required long Id { get; init; }

    public required RowId RowId { get; init; }

    public required DocumentId DocumentId { get; init; }

    /// <summary>Mục, khoản, dòng …; null when the whole document counts.</summary>
    public string? Item { get; init; }

    /// <summary>Page from 1.</summary>
    public int? Page { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string AddedBy { get; init; }
}

/// <summary>A place in a document that proves the product of a task, which is a row of a plan.</summary>
public sealed class TaskCitation
{
    public required long Id { get; init; }

    public required PlanRowId PlanRowId { get; init; }

    public required DocumentId DocumentId { get; init; }

    /// <summary>Mục, khoản, dòng …; null when the whole document counts.</summary>
    public string? Item { get; init; }

    /// <summary>Page from 1.</summary>
    public int? Page { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public required string AddedBy { get; init; }
}
