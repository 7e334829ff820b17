using OpenPar.Core.Frameworks;

namespace OpenPar.Documents.Reading;

/// <summary>Where a row stands, in the words a person looks it up by.</summary>
internal static class RowPlace
{
    public static string Of(string file, AnnexSource source) => Of(file, source.Line, source.Page);

    public static string Of(string file, int line, int? page) =>
        page is null ? $"{file}, dòng {line}" : $"{file}, trang {page}, hàng {line}";
}
