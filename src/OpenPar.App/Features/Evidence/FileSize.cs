using System.Globalization;

namespace OpenPar.App.Features.Evidence;

/// <summary>Sizes of files as people read them.</summary>
public static class FileSize
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>"1,5 GB", "240 KB", "12 byte".</summary>
    public static string Show(long bytes) => bytes switch
    {
        >= 1L << 30 => (bytes / (decimal)(1L << 30)).ToString("0.##", Vietnamese) + " GB",
        >= 1L << 20 => (bytes / (decimal)(1L << 20)).ToString("0.#", Vietnamese) + " MB",
        >= 1L << 10 => (bytes / (decimal)(1L << 10)).ToString("0", Vietnamese) + " KB",
        _ => bytes.ToString(Vietnamese) + " byte",
    };
}
