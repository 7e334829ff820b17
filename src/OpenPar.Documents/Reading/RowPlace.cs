using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Reading;

/// <summary>Where a row stands, in the words a person looks it up by.</summary>
internal static class RowPlace
{
    public static string Of(string file, SourcePlace source) => Of(file, source.Line, source.Page);

    /// <summary>A place of a reader with the file it belongs to.</summary>
    public static SourcePlace In(string file, Place place) => new(file, place.Line, place.Page, place.Sheet, place.Cell) { Band = place.Band };

    public static string Of(string file, int line, int? page) =>
        page is null ? $"{file}, dòng {line}" : $"{file}, trang {page}, hàng {line}";
}
