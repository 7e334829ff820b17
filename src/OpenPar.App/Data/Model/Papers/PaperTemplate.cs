using OpenPar.Core.Papers;

namespace OpenPar.App.Data.Model.Papers;

/// <summary>The province's own Word template for a kind of paper; without one the built-in layout is used.</summary>
public sealed class PaperTemplate
{
    public required PaperKind Kind { get; init; }

    /// <summary>Name of the file as uploaded.</summary>
    public required string FileName { get; set; }

    /// <summary>Where the file lies in the store.</summary>
    public required string Sha256 { get; set; }

    public required long Size { get; set; }

    public required DateTimeOffset UploadedAt { get; set; }

    public required string UploadedBy { get; set; }
}
