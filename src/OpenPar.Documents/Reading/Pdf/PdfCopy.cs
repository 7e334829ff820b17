namespace OpenPar.Documents.Reading.Pdf;

/// <summary>A file that tools open by its name while we read on; closing our handle deletes it, whatever happened in between.</summary>
internal static class PdfCopy
{
    public static FileStream New() => new(Path.Combine(Path.GetTempPath(), $"openpar-{Environment.ProcessId}-{Guid.NewGuid():N}.pdf"), Options());

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.Read | FileShare.Delete,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
