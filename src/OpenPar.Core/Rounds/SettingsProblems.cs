using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rounds;

/// <summary>What is wrong with the settings of a round.</summary>
internal static class SettingsProblems
{
    /// <summary>Name of the field of grades in findings and forms.</summary>
    public const string Grades = "grades";

    public static IEnumerable<Finding> Of(RoundSettings settings) => GradesOf(settings).Concat(ConditionsOf(settings)).Concat(CapsOf(settings));

    private static IEnumerable<Finding> GradesOf(RoundSettings settings)
    {
        var grades = settings.Grades;
        // With bonus points on top of the maximum a total may reach more than a hundred percent.
        var most = settings is { MayPassMaximum: true, BonusCap: > 0 } ? 200m : 100m;
        foreach (var grade in grades)
        {
            if (string.IsNullOrWhiteSpace(grade.Name))
                yield return Error(Grades, "Có mức xếp loại chưa có tên.", "A grade has no name.", "Nhập tên mức, ví dụ Tốt.", "Enter a name such as Good.");
            if (grade.From < 0 || grade.From > most)
                yield return Error(Grades, $"Mức “{grade.Name}” bắt đầu từ {Show(grade.From)} %.", $"The grade “{grade.Name}” begins at {Show(grade.From)} %.", $"Nhập tỷ lệ từ 0 đến {Show(most)} %.", $"Enter a percentage from 0 to {Show(most)}.");
        }

        foreach (var twice in grades.Where(g => !string.IsNullOrWhiteSpace(g.Name)).GroupBy(g => VietnameseText.Fold(g.Name)).Where(g => g.Count() > 1))
            yield return Error(Grades, $"Mức “{twice.First().Name}” có hai lần.", $"The grade “{twice.First().Name}” stands twice.", "Giữ một mức.", "Keep one of them.");
        for (var i = 1; i < grades.Count; i++)
        {
            if (grades[i].From >= grades[i - 1].From)
                yield return Error(Grades, $"Mức “{grades[i].Name}” ({Show(grades[i].From)} %) không thấp hơn mức đứng trước “{grades[i - 1].Name}” ({Show(grades[i - 1].From)} %).", $"The grade “{grades[i].Name}” is not below “{grades[i - 1].Name}” before it.", "Xếp các mức từ cao xuống thấp.", "List grades from the best down.");
        }

        if (grades.Count > 0 && grades[^1].From > 0)
            yield return Finding.Warning(Grades, new($"Đơn vị dưới {Show(grades[^1].From)} % không có mức xếp loại nào.", $"A unit below {Show(grades[^1].From)} % gets no grade."), new("Thêm mức cuối từ 0 % nếu đơn vị nào cũng phải được xếp loại.", "Add a last grade from 0 % if every unit must have one."));
    }

    private static IEnumerable<Finding> ConditionsOf(RoundSettings settings)
    {
        foreach (var condition in settings.Conditions)
        {
            if (settings.Grades.All(g => g.Name != condition.Grade))
                yield return Error("conditions", $"Điều kiện nói về mức “{condition.Grade}” không có trong danh sách xếp loại.", $"A condition names the grade “{condition.Grade}”, which is not in the list.", "Chọn một mức đã có.", "Choose a grade of the list.");
            if (condition.FieldPercent is < 0 or > 100)
                yield return Error("conditions", $"Điều kiện của mức “{condition.Grade}” đòi {Show(condition.FieldPercent)} % mỗi lĩnh vực.", $"The condition of “{condition.Grade}” asks for {Show(condition.FieldPercent)} % of every field.", "Nhập tỷ lệ từ 0 đến 100 %.", "Enter a percentage from 0 to 100.");
        }

        foreach (var twice in settings.Conditions.GroupBy(c => c.Grade, StringComparer.Ordinal).Where(g => g.Count() > 1))
            yield return Error("conditions", $"Mức “{twice.Key}” có hai điều kiện.", $"The grade “{twice.Key}” has two conditions.", "Giữ một điều kiện.", "Keep one of them.");
    }

    private static IEnumerable<Finding> CapsOf(RoundSettings settings)
    {
        if (settings.BonusCap < 0)
            yield return Error("bonusCap", "Mức trần điểm thưởng là số âm.", "The cap of bonus points is negative.", "Nhập 0 hoặc số dương; để trống nếu không có điểm thưởng.", "Enter 0 or more; leave it empty when there is no bonus.");
        if (settings.PenaltyCap < 0)
            yield return Error("penaltyCap", "Mức trần điểm trừ là số âm.", "The cap of penalties is negative.", "Nhập 0 hoặc số dương; để trống nếu không có điểm trừ.", "Enter 0 or more; leave it empty when there is no penalty.");
        if (settings is { MayPassMaximum: true, BonusCap: null or 0 })
            yield return Finding.Warning("mayPassMaximum", new("Cho phép vượt điểm tối đa nhưng kỳ này không có điểm thưởng.", "The total may pass the maximum, but the round has no bonus."), new("Bỏ lựa chọn này hoặc nhập mức trần điểm thưởng.", "Clear it or enter a cap of bonus points."));
    }

    private static Finding Error(string where, string vi, string en, string remedyVi, string remedyEn) => Finding.Error(where, new(vi, en), new(remedyVi, remedyEn));

    private static string Show(decimal value) => NumberText.Write(value);
}
