using System.Globalization;
using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Packs;

/// <summary>The findings of one pack file, in the order in which they were met.</summary>
internal sealed class PackFindings(string file)
{
    private readonly List<Finding> found = [];

    /// <summary>True once an error was found: the file then gives no value.</summary>
    public bool Blocking => found.Exists(f => f.Severity == Severity.Error);

    /// <summary>Everything found, by line.</summary>
    public IReadOnlyList<Finding> All => found;

    /// <summary>Notes an error at a line.</summary>
    public void Error(int line, string vi, string en, string remedyVi, string remedyEn) =>
        found.Add(Finding.Error(Where(line), new LocalText(vi, en), new LocalText(remedyVi, remedyEn)));

    /// <summary>Notes an error about the file as a whole.</summary>
    public void ErrorOfFile(string vi, string en, string remedyVi, string remedyEn) =>
        found.Add(Finding.Error(file, new LocalText(vi, en), new LocalText(remedyVi, remedyEn)));

    private string Where(int line) => string.Create(CultureInfo.InvariantCulture, $"{file}:{line}");
}
