namespace OpenPar.Core.Organisations.Reorganising;

/// <summary>Why a reorganisation cannot be.</summary>
public static class ReorganisationRefusals
{
    /// <summary>The numbers of agencies before and after do not fit the kind.</summary>
    public static Refusal Counts => Refusal.Of("counts",
        "Hợp nhất, sáp nhập: từ một đơn vị trở lên vào một đơn vị. Chia, tách: một đơn vị thành hai đơn vị trở lên. Đổi tên, chuyển nhiệm vụ: một đơn vị và một đơn vị.",
        "A merge joins one or more agencies into one; a split makes two or more of one; a rename and a transfer concern one and one.", "Sources");

    /// <summary>An agency before is also one after.</summary>
    public static Refusal SameAgency(string name) => Refusal.Of("same-agency",
        $"“{name}” vừa là đơn vị trước vừa là đơn vị sau sắp xếp. Chọn đơn vị khác.", $"“{name}” stands both before and after. Choose another agency.", "Successors");

    /// <summary>An agency was named twice.</summary>
    public static Refusal Twice(string name) => Refusal.Of("twice", $"“{name}” được chọn hai lần.", $"“{name}” was chosen twice.", "Sources");

    /// <summary>The register does not have an agency.</summary>
    public static Refusal Unknown(AgencyId id) => Refusal.Of("unknown", $"Danh mục không có cơ quan “{id}”.", $"The register has no agency “{id}”.", "Sources");

    /// <summary>The register already has an agency that is to begin.</summary>
    public static Refusal Taken(AgencyId id) => Refusal.Of("taken",
        $"Danh mục đã có cơ quan “{id}”: chọn cơ quan đó thay vì lập mới.", $"The register has “{id}” already: choose it instead of opening a new one.", "Successors");

    /// <summary>An agency before does not exist on the day before.</summary>
    public static Refusal NotBefore(string name, DateOnly day) => Refusal.Of("not-on-day",
        $"“{name}” không hoạt động vào ngày {day:dd/MM/yyyy}, ngày cuối trước khi sắp xếp. Xem lại ngày có hiệu lực hoặc danh mục cơ quan.",
        $"“{name}” does not exist on {day:dd/MM/yyyy}, the last day of the old order. Look at the day or at the register.", "Sources");

    /// <summary>An agency after does not exist on the first day.</summary>
    public static Refusal NotAfter(string name, DateOnly day) => Refusal.Of("successor-not-on-day",
        $"“{name}” không hoạt động vào ngày {day:dd/MM/yyyy}. Xem lại ngày có hiệu lực hoặc danh mục cơ quan.",
        $"“{name}” does not exist on {day:dd/MM/yyyy}. Look at the day or at the register.", "Successors");

    /// <summary>A transfer names nothing.</summary>
    public static Refusal NothingNamed => Refusal.Of("nothing-named",
        "Chuyển nhiệm vụ phải nêu ít nhất một tiêu chí hoặc một tài khoản.", "A transfer names at least one criterion or one account.", "Successors");

    /// <summary>A rename changes nothing.</summary>
    public static Refusal SameName => Refusal.Of("same-name", "Tên mới trùng với tên đang dùng.", "The new name is the present one.", "Successors");

    /// <summary>A leaf was named for two successors.</summary>
    public static Refusal CodeTwice(string code) => Refusal.Of("code-twice",
        $"Tiêu chí {code} được nêu cho hai đơn vị; mỗi tiêu chí chỉ về một đơn vị.", $"Criterion {code} is named for two agencies; it goes to one.", "Successors");

    internal static List<Refusal> Of(ReorganisationState state, Reorganisation asked)
    {
        var refusals = new List<Refusal>();
        if (!Fits(asked)) return [Counts];
        var register = state.Agencies.ToDictionary(a => a.Id);
        refusals.AddRange(asked.Sources.GroupBy(s => s).Where(g => g.Count() > 1).Select(g => Twice(state.NameOf(g.Key))));
        refusals.AddRange(asked.Successors.GroupBy(s => s.Id).Where(g => g.Count() > 1).Select(g => Twice(g.First().Name)));
        if (!asked.KeepsIdentity) refusals.AddRange(asked.Successors.Where(s => asked.Sources.Contains(s.Id)).Select(s => SameAgency(s.Name)));
        var lastDay = asked.On.AddDays(-1);
        foreach (var source in asked.Sources.Distinct())
        {
            if (!register.TryGetValue(source, out var agency)) refusals.Add(Unknown(source));
            else if (!agency.ExistsOn(lastDay)) refusals.Add(NotBefore(agency.Name, lastDay));
        }

        foreach (var successor in asked.Successors)
        {
            if (register.TryGetValue(successor.Id, out var agency))
            {
                if (successor.Opens) refusals.Add(Taken(successor.Id));
                else if (!agency.ExistsOn(asked.On)) refusals.Add(NotAfter(agency.Name, asked.On));
                else if (asked.KeepsIdentity && agency.Name == successor.Name) refusals.Add(SameName);
            }
            else if (!successor.Opens)
            {
                refusals.Add(Unknown(successor.Id));
            }
        }

        if (asked.Kind == SuccessionKind.Transfer && asked.Successors.All(s => s.Codes.Count == 0 && s.People.Count == 0)) refusals.Add(NothingNamed);
        refusals.AddRange(asked.Successors.SelectMany(s => s.Codes.Distinct()).GroupBy(c => c).Where(g => g.Count() > 1).Select(g => CodeTwice(g.Key.ToString())));
        return refusals;
    }

    private static bool Fits(Reorganisation asked) => asked.Kind switch
    {
        SuccessionKind.Merge => asked.Sources.Count >= 1 && asked.Successors.Count == 1,
        SuccessionKind.Split => asked.Sources.Count == 1 && asked.Successors.Count >= 2,
        _ => asked.Sources.Count == 1 && asked.Successors.Count == 1,
    };
}
