using System.Text;
using OpenPar.Core.Frameworks;
using OpenPar.Documents.Reading;

namespace OpenPar.Documents.Tests.Reading;

/// <summary>Short ways to read annexes in tests.</summary>
internal static class Annexes
{
    public static string SampleFolder => Path.Combine(AppContext.BaseDirectory, "Samples");

    public static Task<Annex> ReadAsync(byte[] bytes, string name = "mau.txt") =>
        AnnexReader.ReadAsync(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);

    public static Task<Annex> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<Annex> ReadFileAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return await AnnexReader.ReadAsync(file, path, TestContext.Current.CancellationToken);
    }

    public static List<AnnexRow> Leaves(Annex annex)
    {
        var headings = annex.Rows.Select(row => row.Code.Parent).ToHashSet();
        return [.. annex.Rows.Where(row => !headings.Contains(row.Code))];
    }
}
