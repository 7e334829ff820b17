using System.Globalization;
using CsvHelper;
using OpenPar.Core.Findings;
using OpenPar.Core.Frameworks;
using OpenPar.Core.Rules;
using OpenPar.Core.Text;

namespace OpenPar.Documents.Facts;

/// <summary>
/// Reads declared figures from CSV with the columns <c>unit,code,fact,value</c> (comma or semicolon, UTF-8 with or without
/// mark). Decimals may have a comma or a point. Every row that cannot be used is a finding with its line.
/// </summary>
public sealed class FactCsv
{
    private const int LargestFile = 50 * 1024 * 1024;
    private static readonly string[] Columns = ["unit", "code", "fact", "value"];

    private readonly Framework framework;
    private readonly string file;
    private readonly List<Finding> findings = [];
    private readonly Dictionary<string, Dictionary<CriterionCode, Dictionary<string, FactValue>>> units = new(StringComparer.Ordinal);
    private readonly List<string> order = [];

    private FactCsv(Framework framework, string file) => (this.framework, this.file) = (framework, file);

    /// <summary>Reads a table against the framework whose leaves and figures it names.</summary>
    public static FactTable Read(Stream stream, string file, Framework framework)
    {
        var reading = new FactCsv(framework, file);
        reading.All(stream);
        return new FactTable(
            [.. reading.order.Select(unit => new UnitFacts(unit, reading.units[unit].ToDictionary(l => l.Key, l => new FactSet(l.Value))))],
            reading.findings);
    }

    private void All(Stream stream)
    {
        if (Text(stream) is not { } text) return;
        var head = text.Split('\n', 2)[0];
        var options = new CsvReaderOptions
        {
            Separator = head.Contains(';', StringComparison.Ordinal) && !head.Contains(',', StringComparison.Ordinal) ? ';' : ',',
            TrackLineNumbers = true,
            MaxRecordSize = 1024 * 1024,
            MalformedData = CsvMalformedDataHandling.Skip,
            OnMalformedRecord = record => Add((int)record.LineNumber, "Dấu nháy không khớp.", "The quotes do not match.", "Sửa dấu nháy kép ở dòng này.", "Mend the double quotes on this line."),
        };
        try
        {
            using var csv = CsvReader.FromText(text, options);
            Rows(csv);
        }
        catch (CsvFormatException e)
        {
            Add((int)e.LineNumber, "Không đọc được tệp CSV từ dòng này.", "The CSV file cannot be read from this line on.", "Kiểm tra dấu nháy kép chưa đóng.", "Check for a double quote that is not closed.");
        }
    }

    private void Rows(CsvReader csv)
    {
        csv.ReadHeader();
        var headers = csv.Headers.Select(h => h.Trim().ToLowerInvariant()).ToList();
        var places = Columns.Select(c => headers.IndexOf(c)).ToArray();
        if (places.Contains(-1))
        {
            Add(1, "Dòng đầu phải có các cột unit,code,fact,value.", "The first line must have the columns unit,code,fact,value.", "Sửa dòng tiêu đề của tệp CSV.", "Mend the header line of the CSV file.");
            return;
        }

        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            if (csv.FieldCount != headers.Count)
                Add(line, $"Dòng có {csv.FieldCount} ô, cần {headers.Count}.", $"The row has {csv.FieldCount} cells; {headers.Count} are needed.", "Đặt giá trị có dấu phẩy trong dấu nháy kép: \"0,5\".", "Put a value with a comma in double quotes: \"0,5\".");
            else
                Row(line, [.. places.Select(p => VietnameseText.Clean(csv.GetString(p)))]);
        }
    }

    private void Row(int line, string[] cells)
    {
        var (unit, code, fact, value) = (cells[0], cells[1], cells[2], cells[3]);
        if (unit.Length == 0)
            Add(line, "Thiếu đơn vị.", "The unit is missing.", "Điền cột unit.", "Fill the column unit.");
        else if (!CriterionCode.TryParse(code, out var leaf) || framework.Find(leaf) is not { } criterion)
            Add(line, $"Bộ chỉ số không có tiêu chí “{code}”.", $"The framework has no criterion “{code}”.", "Sửa cột code.", "Mend the column code.");
        else if (!framework.IsLeaf(leaf))
            Add(line, $"Tiêu chí {leaf} có tiêu chí thành phần, không chấm trực tiếp.", $"{leaf} has component criteria and is not scored itself.", "Khai số liệu cho tiêu chí thành phần.", "Declare figures for its components.");
        else if (criterion.Rule is null)
            Add(line, $"Tiêu chí {leaf} chưa có quy tắc nên không nhận số liệu.", $"{leaf} has no rule and takes no figures.", "Bỏ dòng này.", "Remove the row.");
        else if (criterion.Rule.Needs.FirstOrDefault(f => f.Name == fact) is not { } definition)
            Add(line, $"Tiêu chí {leaf} không có số liệu “{fact}”.", $"{leaf} has no figure “{fact}”.", Known(criterion.Rule, "Các số liệu", "không có"), Known(criterion.Rule, "Its figures", "none"));
        else if (Value(definition, criterion.Rule, value, line) is { } read)
            Keep(unit, leaf, fact, read, line);
    }

    private FactValue? Value(FactDefinition definition, Rule rule, string text, int line)
    {
        if (definition.Type == FactType.Choice)
        {
            var options = rule.OptionsOf(definition.Name);
            var chosen = options.FirstOrDefault(o => o.Key == text) ?? options.FirstOrDefault(o => VietnameseText.Clean(o.Label) == text);
            if (chosen is not null) return FactValue.Of(chosen.Key);
            var keys = string.Join(", ", options.Select(o => o.Key));
            Add(line, $"“{text}” không phải phương án của “{definition.Name}”.", $"“{text}” is no option of “{definition.Name}”.", $"Dùng một trong: {keys}.", $"Use one of: {keys}.");
            return null;
        }

        // A rate never has thousands, so a lone point can only be the decimal mark there: 79.999 is meant as written.
        var rate = definition.Type == FactType.Percent && !text.Contains(',', StringComparison.Ordinal) && text.Count(c => c == '.') == 1;
        var reading = FactText.Read(definition, rate ? text.Replace('.', ',') : text);
        if (reading.Value is { } value) return value;
        findings.Add(Finding.Error(Where(line), reading.Problem!, new("Sửa cột value.", "Mend the column value.")));
        return null;
    }

    private void Keep(string unit, CriterionCode leaf, string fact, FactValue value, int line)
    {
        if (!units.TryGetValue(unit, out var leaves))
        {
            units[unit] = leaves = [];
            order.Add(unit);
        }

        if (!leaves.TryGetValue(leaf, out var facts)) leaves[leaf] = facts = new(StringComparer.Ordinal);
        if (!facts.TryAdd(fact, value))
            Add(line, $"Số liệu “{fact}” của {leaf}, {unit} đã có ở dòng trên; dòng này không được dùng.", $"The figure “{fact}” of {leaf}, {unit} already stands above; this row is not used.", "Bỏ một trong hai dòng.", "Remove one of the rows.");
    }

    private string? Text(Stream stream)
    {
        var (text, refusal) = BoundedText.Read(stream, LargestFile);
        if (refusal == BoundedText.Refusal.TooLarge)
            AddOfFile("Tệp lớn hơn 50 MB.", "The file is larger than 50 MB.", "Tách tệp theo đơn vị.", "Split the file by unit.");
        if (refusal == BoundedText.Refusal.NotUtf8)
            AddOfFile("Tệp không phải văn bản UTF-8.", "The file is not UTF-8 text.", "Lưu lại dạng “CSV UTF-8”.", "Save it as “CSV UTF-8”.");
        return refusal == BoundedText.Refusal.None ? text : null;
    }

    private static string Known(Rule rule, string word, string none) =>
        $"{word}: {(rule.Needs.Count == 0 ? none : string.Join(", ", rule.Needs.Select(f => f.Name)))}.";

    private string Where(int line) => string.Create(CultureInfo.InvariantCulture, $"{file}:{line}");

    private void Add(int line, string vi, string en, string remedyVi, string remedyEn) =>
        findings.Add(Finding.Error(Where(line), new(vi, en), new(remedyVi, remedyEn)));

    private void AddOfFile(string vi, string en, string remedyVi, string remedyEn) =>
        findings.Add(Finding.Error(file, new(vi, en), new(remedyVi, remedyEn)));
}
