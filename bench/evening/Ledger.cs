using System.Collections.Concurrent;
using System.Globalization;

namespace OpenPar.Bench.Evening;

/// <summary>Everything the server has acknowledged, to be looked for afterwards.</summary>
internal sealed class Ledger
{
    /// <summary>Acknowledged saves.</summary>
    public ConcurrentBag<(Guid Row, int Number)> Saves { get; } = [];

    /// <summary>The last number sent for a row, acknowledged or not.</summary>
    public ConcurrentDictionary<Guid, int> Sent { get; } = new();

    /// <summary>Acknowledged files: hash by upload.</summary>
    public ConcurrentBag<string> Files { get; } = [];

    /// <summary>Files whose citation on a row was acknowledged.</summary>
    public ConcurrentBag<(Guid Row, string Sha256)> Citations { get; } = [];

    /// <summary>Rows whose handing in was acknowledged.</summary>
    public ConcurrentBag<Guid> Submitted { get; } = [];

    /// <summary>What an officer types as the explanation at a save; the number makes it different from every other.</summary>
    public static string Text(Guid row, int number) => string.Create(CultureInfo.InvariantCulture,
        $"Lần lưu {number} của dòng {row}: đơn vị đã rà soát số liệu từ hệ thống một cửa, đối chiếu với báo cáo quý và giải trình phần chênh lệch; tài liệu kiểm chứng được đính kèm theo từng mục, số liệu chốt đến ngày cuối năm.");
}
