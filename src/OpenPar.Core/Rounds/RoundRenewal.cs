using OpenPar.Core.Findings;
using OpenPar.Core.Organisations;
using OpenPar.Core.Rules;

namespace OpenPar.Core.Rounds;

/// <summary>The set-up of an earlier round moved to another year, and what could not be taken over word for word.</summary>
/// <param name="Setup">The new set-up.</param>
/// <param name="Told">Units and suppliers that were replaced or left out, and doubts about the calendar.</param>
public sealed record RoundRenewal(RoundSetup Setup, IReadOnlyList<Finding> Told)
{
    /// <summary>
    /// Takes over way, groups, suppliers and settings. Units that no longer exist on the opening day are replaced by those that continue
    /// them; who continues two of them stands once. The calendar is moved by whole years.
    /// </summary>
    /// <param name="earlier">The earlier set-up.</param>
    /// <param name="year">The year the new round assesses.</param>
    /// <param name="register">All agencies.</param>
    /// <param name="links">All successions.</param>
    /// <param name="working">Working days of both years.</param>
    public static RoundRenewal Of(RoundSetup earlier, int year, IReadOnlyDictionary<AgencyId, Agency> register, IReadOnlyCollection<Succession> links, WorkingCalendar working)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(register);
        var calendar = Move(earlier.Calendar, year - earlier.Year, working);
        var told = new List<Finding>();
        var taken = new HashSet<AgencyId>();
        var groups = earlier.Groups.Select(group => group with
        {
            Units = [.. group.Units.SelectMany(unit => Heirs(unit, group.Name)).Where(taken.Add)],
            Supplies = [.. group.Supplies.SelectMany(Supplied)],
        }).ToList();
        foreach (var missing in working.Uncovered(calendar.OpensOn, calendar.SecondAppraisalDueOn))
            told.Add(Finding.Warning(missing.ToString(System.Globalization.CultureInfo.InvariantCulture), new($"Chưa có lịch ngày làm việc năm {missing}: ngày lễ chưa được trừ khi dời lịch.", $"The working days of {missing} are not loaded: holidays were not left out."), new("Nạp lịch rồi xem lại các hạn.", "Load the calendar and look at the days again.")));
        return new RoundRenewal(earlier with { Year = year, Title = Retitled(earlier.Title, earlier.Year, year), Calendar = calendar, Groups = groups }, told);

        IEnumerable<AgencyId> Heirs(AgencyId unit, string where)
        {
            if (!register.TryGetValue(unit, out var agency))
            {
                told.Add(Finding.Warning(where, new($"“{unit}” không có trong danh mục cơ quan; đã bỏ ra.", $"“{unit}” is not in the register; left out."), new("Thêm cơ quan vào danh mục rồi chọn lại.", "Add the agency, then choose it.")));
                return [];
            }

            var path = SuccessionPath.On(agency, calendar.OpensOn, register, links);
            if (path.Lost)
                told.Add(Finding.Warning(where, new($"{agency.Name} không còn vào ngày mở kỳ và danh mục không nói đơn vị nào kế tiếp; đã bỏ ra.", $"{agency.Name} does not exist on the opening day and nothing says who continues it; left out."), new("Chọn đơn vị thay thế ở phần nhóm.", "Choose a unit in its place.")));
            else if (path.Replaced)
                told.Add(Finding.Info(where, new($"{agency.Name} được thay bằng {Names(path)}.", $"{agency.Name} is replaced by {Names(path)}."), new("Kiểm tra danh sách đơn vị của nhóm.", "Check the units of the group.")));
            return path.Heirs.Select(h => h.Id);
        }

        IEnumerable<SetupSupply> Supplied(SetupSupply supply)
        {
            List<AgencyId> heirs = [.. Heirs(supply.Agency, supply.Code.ToString())];
            if (heirs.Count > 1)
                told.Add(Finding.Warning(supply.Code.ToString(), new("Cơ quan cung cấp số liệu của dòng này có nhiều đơn vị kế tiếp; đã bỏ ra.", "The supplier of this row is continued by several agencies; left out."), new("Chọn cơ quan cung cấp số liệu.", "Choose the supplier.")));
            return heirs.Count == 1 ? [supply with { Agency = heirs[0] }] : [];
        }
    }

    /// <summary>
    /// Moves a calendar by years: the round opens on the same date, or on the next working day, and every step keeps its number of
    /// working days. A step without any ends with the one before it.
    /// </summary>
    public static RoundCalendar Move(RoundCalendar calendar, int years, WorkingCalendar working)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(working);
        var opens = calendar.OpensOn.AddYears(years);
        if (!working.IsWorking(opens)) opens = working.Add(opens, 1) ?? opens;
        var (last, days) = (opens.AddDays(-1), new List<DateOnly>());
        foreach (var span in StepSpan.Of(calendar, working))
        {
            // Nobody scores before the round opens, so a first step without working days ends on its first day.
            var due = span.WorkingDays == 0 ? last : working.Add(last, span.WorkingDays) ?? last;
            days.Add(last = due < opens ? opens : due);
        }

        return new RoundCalendar(opens, days[0], days[1], days[2], days[3]);
    }

    private static string Names(SuccessionPath path) => string.Join(", ", path.Heirs.Select(h => h.Name));

    private static string Retitled(string title, int from, int to)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var (before, after) = (from.ToString(culture), to.ToString(culture));
        return title.Contains(before, StringComparison.Ordinal) ? title.Replace(before, after, StringComparison.Ordinal) : $"{title} ({after})";
    }
}
