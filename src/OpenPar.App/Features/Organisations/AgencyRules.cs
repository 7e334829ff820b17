using OpenPar.App.Data.Model.Organisations;
using OpenPar.Core;
using OpenPar.Core.Organisations;
using OpenPar.Core.Text;

namespace OpenPar.App.Features.Organisations;

/// <summary>What a person enters about an agency.</summary>
public sealed record AgencyEntry(
    string? Name, AgencyKind Kind, AgencyId? Parent, IReadOnlyList<string> Aliases, DateOnly? ValidFrom, DateOnly? ValidTo)
{
    /// <summary>The entry with composed text, without blank or repeated aliases.</summary>
    public AgencyEntry Cleaned() => this with
    {
        Name = VietnameseText.Clean(Name),
        Aliases = [.. Aliases.Select(VietnameseText.Clean).Where(a => a.Length > 0).DistinctBy(VietnameseText.Fold)],
    };
}

/// <summary>What must hold for every agency of the register, however it is entered.</summary>
public static class AgencyRules
{
    public const int LongestName = 200;

    public static Refusal NameMissing => Refusal.Of("name-missing", "Nhập tên cơ quan.", "Enter the name of the agency.", "Name");

    public static Refusal NameTooLong => Refusal.Of("name-too-long", $"Tên dài quá {LongestName} ký tự.", $"The name is longer than {LongestName} characters.", "Name");

    public static Refusal NameTaken(AgencyRecord bearer) => Refusal.Of("name-taken",
        $"Đã có cơ quan tên “{bearer.Name}” ({bearer.Id}) trong cùng thời gian. Nhập tên khác, hoặc sửa cơ quan đó.",
        $"There is an agency named “{bearer.Name}” ({bearer.Id}) at the same time. Enter another name, or edit that agency.", "Name");

    public static Refusal AliasTaken(string alias, AgencyRecord bearer) => Refusal.Of("alias-taken",
        $"“{alias}” là tên của {bearer.Name} ({bearer.Id}) trong cùng thời gian; tên gọi khác phải chỉ một cơ quan.",
        $"“{alias}” names {bearer.Name} ({bearer.Id}) at the same time; an alias must stand for one agency.", "Aliases");

    public static Refusal ValidityOrder => Refusal.Of("validity-order",
        "Ngày kết thúc phải từ ngày bắt đầu trở đi.", "The last day must not be earlier than the first day.", "ValidTo");

    public static Refusal ParentUnknown => Refusal.Of("parent-unknown",
        "Cơ quan cấp trên không có trong danh mục.", "The parent is not in the register.", "Parent");

    public static Refusal ParentCircle(string name) => Refusal.Of("parent-circle",
        $"“{name}” nằm dưới chính cơ quan này, nên không thể là cấp trên của nó.", $"“{name}” lies below this very agency and cannot be above it.", "Parent");

    /// <summary>Everything that is wrong with an entry for the agency <paramref name="id"/>; the entry must be cleaned.</summary>
    public static List<Refusal> Check(AgencyId id, AgencyEntry entry, IReadOnlyList<AgencyRecord> register)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var refusals = new List<Refusal>();
        if (string.IsNullOrEmpty(entry.Name)) refusals.Add(NameMissing);
        else if (entry.Name.Length > LongestName) refusals.Add(NameTooLong);
        if (entry.ValidTo < entry.ValidFrom) refusals.Add(ValidityOrder);
        var others = register.Where(a => a.Id != id && Overlap(a.ValidFrom, a.ValidTo, entry.ValidFrom, entry.ValidTo)).ToList();
        if (others.Find(a => Same(a.Name, entry.Name)) is { } bearer) refusals.Add(NameTaken(bearer));
        foreach (var alias in entry.Aliases)
        {
            if (others.Find(a => Same(a.Name, alias) || a.Aliases.Any(other => Same(other, alias))) is { } other) refusals.Add(AliasTaken(alias, other));
        }

        if (entry.Parent is { } parent && ParentProblem(id, parent, register) is { } problem) refusals.Add(problem);
        return refusals;
    }

    /// <summary>Whether two spans of days share a day; an open end is open.</summary>
    public static bool Overlap(DateOnly? from, DateOnly? to, DateOnly? otherFrom, DateOnly? otherTo) =>
        (from ?? DateOnly.MinValue) <= (otherTo ?? DateOnly.MaxValue) && (otherFrom ?? DateOnly.MinValue) <= (to ?? DateOnly.MaxValue);

    private static Refusal? ParentProblem(AgencyId id, AgencyId parent, IReadOnlyList<AgencyRecord> register)
    {
        var byId = register.ToDictionary(a => a.Id);
        if (!byId.TryGetValue(parent, out var chosen)) return ParentUnknown;
        var seen = new HashSet<AgencyId>();
        for (AgencyId? at = parent; at is { } current && seen.Add(current); at = byId.GetValueOrDefault(current)?.ParentId)
        {
            if (current == id) return ParentCircle(chosen.Name);
        }

        return null;
    }

    private static bool Same(string? left, string? right) => VietnameseText.Fold(left) == VietnameseText.Fold(right);
}
