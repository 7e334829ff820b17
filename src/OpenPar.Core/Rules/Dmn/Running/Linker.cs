using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>Puts a model and its imports together: resolves references and types, parses every text, finds cycles.</summary>
internal sealed class Linker(Func<DmnModel, DmnImport, DmnModel?> resolve)
{
    /// <summary>How many models one model may draw in.</summary>
    private const int MostModels = 200;

    private readonly List<LinkedModel> models = [];
    private readonly Dictionary<DmnModel, LinkedModel> byModel = new(ReferenceEqualityComparer.Instance);

    /// <summary>Everything that was noticed.</summary>
    public List<Finding> Findings { get; } = [];

    /// <summary>The nodes of all models, those of the main one first.</summary>
    public IReadOnlyList<Node> Link(DmnModel main)
    {
        Load(main);
        for (var i = 0; i < models.Count; i++) Imports(models[i]);
        foreach (var linked in models) linked.TypeNodes();
        foreach (var linked in models) linked.Connect(Findings);
        var nodes = models.SelectMany(linked => linked.Nodes).ToList();
        Findings.AddRange(Cycles.Find(nodes));
        foreach (var linked in models) linked.Compile(Findings);
        return nodes;
    }

    private LinkedModel Load(DmnModel model)
    {
        if (byModel.TryGetValue(model, out var known)) return known;
        var linked = new LinkedModel(model, new TypeTable(model, Findings));
        byModel.Add(model, linked);
        models.Add(linked);
        return linked;
    }

    private void Imports(LinkedModel linked)
    {
        foreach (var import in linked.Model.Imports)
        {
            var model = models.FirstOrDefault(known => known.Model.Namespace == import.Namespace)?.Model ?? resolve(linked.Model, import);
            if (model is null || models.Count >= MostModels)
            {
                Findings.Add(Finding.Error(linked.Model.File,
                    new LocalText($"Không tìm thấy mô hình được nhập “{import.Name}” ({import.Namespace}).", $"The imported model “{import.Name}” ({import.Namespace}) was not found."),
                    new LocalText("Đặt tệp mô hình đó cùng thư mục.", "Put the file of that model into the same folder.")));
                continue;
            }

            linked.Import(import, Load(model));
        }
    }
}
