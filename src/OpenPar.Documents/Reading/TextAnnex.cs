using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Reading;

/// <summary>Reads an annex from text: a tabbed table where there is one, otherwise lines without borders.</summary>
internal static class TextAnnex
{
    public static Annex Read(string text, string file, List<Finding> findings)
    {
        var lines = TextLines.Of(text, file, findings);
        var draft = TabTable.Fits(lines) ? TabTable.Read(lines, file, findings) : BareText.Read(lines);
        return new AnnexAssembly(file, findings).Assemble(draft ?? new Draft([], [], null));
    }
}
