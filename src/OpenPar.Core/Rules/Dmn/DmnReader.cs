using System.Xml.Linq;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Rules.Dmn.Reading;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn;

/// <summary>
/// Reads DMN model files of the versions 1.1 to 1.6. Document types are refused, length and depth are bounded
/// (32 million characters, 200 levels); everything that is wrong is told at once.
/// </summary>
public static class DmnReader
{
    /// <summary>Reads one model.</summary>
    /// <param name="text">The XML.</param>
    /// <param name="file">How findings call the file.</param>
    /// <returns>The model, or the errors for which there is none.</returns>
    public static FileReading<DmnModel> Read(TextReader text, string file)
    {
        var findings = new List<Finding>();
        var root = BoundedXml.Read(text, file, findings)?.Root;
        var model = root is null ? null : Model(root, file, findings);
        return new FileReading<DmnModel>(findings.Any(f => f.Severity == Severity.Error) ? null : model, findings);
    }

    private static DmnModel? Model(XElement root, string file, List<Finding> findings)
    {
        if (root.Name.LocalName != "definitions" || !DmnNamespaces.IsModel(root.Name.NamespaceName))
        {
            findings.Add(Finding.Error($"{file}:{root.Line()}",
                new LocalText($"Không phải mô hình DMN 1.1–1.6: phần tử gốc là “{root.Name.LocalName}” ({root.Name.NamespaceName}).",
                    $"This is not a model of DMN 1.1 to 1.6: the root is “{root.Name.LocalName}” ({root.Name.NamespaceName})."),
                new LocalText("Lưu lại mô hình theo chuẩn DMN của OMG.", "Save the model in the DMN format of the OMG.")));
            return null;
        }

        var place = new Place(file, string.Empty, 0);
        var elements = new ElementReading(findings);
        var all = root.Elements().Where(child => DmnNamespaces.IsModel(child.Name.NamespaceName))
            .Select(child => elements.Read(child, place)).OfType<Element>().ToList();
        findings.AddRange(Duplicates(all));
        return new DmnModel(file, root.Text("namespace") ?? string.Empty, root.Text("name") ?? string.Empty)
        {
            Imports = root.Children("import").Where(IsModel)
                .Select(import => new DmnImport(import.Text("name") ?? string.Empty, import.Text("namespace") ?? string.Empty, import.Text("locationURI"))).ToList(),
            Types = root.Children("itemDefinition").Select(type => TypeReading.Read(type, place)).ToList(),
            Elements = all.DistinctBy(element => element.Id, StringComparer.Ordinal).ToList(),
        };
    }

    // PMML and other imports hold no elements that expressions could name.
    private static bool IsModel(XElement import) => import.Text("importType") is not { } type || DmnNamespaces.IsModel(type);

    private static IEnumerable<Finding> Duplicates(List<Element> elements) =>
        elements.GroupBy(element => element.Id, StringComparer.Ordinal).Where(same => same.Count() > 1)
            .Select(same => Finding.Warning(same.Last().Place.ToString(),
                new LocalText($"Mã phần tử “{same.Key}” dùng {same.Count()} lần; chỉ phần tử đầu được dùng.", $"The element id “{same.Key}” is used {same.Count()} times; only the first one counts."),
                new LocalText("Đặt cho mỗi phần tử một mã riêng.", "Give each element an id of its own.")));
}
