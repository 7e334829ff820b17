using System.CommandLine;

namespace OpenPar.Cli.Commands;

/// <summary><c>openpar table …</c>: tables of any kind.</summary>
internal static class TableCommand
{
    public static Command Create() => new("table", "Bảng bất kỳ: kết quả, thống kê, danh sách, phiếu · tables of any kind") { TableRead.Create() };
}
