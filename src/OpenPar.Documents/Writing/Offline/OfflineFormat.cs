namespace OpenPar.Documents.Writing.Offline;

/// <summary>What writer and reader of offline sheets agree on.</summary>
internal static class OfflineFormat
{
    /// <summary>Name of the sheet that is filled.</summary>
    public const string Form = "Phiếu";

    /// <summary>Name of the hidden sheet that keeps what was taken out.</summary>
    public const string Base = "_goc";

    /// <summary>Name of the hidden sheet with the options of lists.</summary>
    public const string Options = "_chon";

    /// <summary>Head of the column of inputs.</summary>
    public const string InputHead = "Nhập ở đây";

    /// <summary>Column of inputs, where its head cannot be found.</summary>
    public const int InputColumn = 4;

    /// <summary>First cell of the base.</summary>
    public const string Mark = "openpar-offline-sheet";

    /// <summary>Version of this agreement.</summary>
    public const string Version = "1";

    /// <summary>Stands in the place of a key where the cell shows something that is not read back.</summary>
    public const string Closed = "#closed";

    /// <summary>Longest text Excel keeps in a cell.</summary>
    public const int LongestText = 32_767;
}
