using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Rules.Feel;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>The types a model may name: its own, those of its imports, and the built-in ones.</summary>
internal sealed class TypeTable(DmnModel model, List<Finding> findings)
{
    /// <summary>How many definitions may stand one behind the other.</summary>
    private const int Deepest = 100;

    /// <summary>How many parts one type may have, parts of parts included: types may double at each level.</summary>
    private const int MostParts = 10_000;

    /// <summary>How many parts the types of one model may have together.</summary>
    private const int MostPartsInAll = 1_000_000;

    private readonly Dictionary<string, ItemDefinition> definitions = First(model.Types);
    private readonly Dictionary<string, DmnType> made = new(StringComparer.Ordinal);
    private readonly List<(DmnImport Import, TypeTable Table)> imports = [];
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private int parts;
    private List<string>? members;

    /// <summary>Makes the types of an imported model visible.</summary>
    public void Import(DmnImport import, TypeTable table) => imports.Add((import, table));

    /// <summary>The types by the names under which expressions may ask for them.</summary>
    public IEnumerable<KeyValuePair<string, FeelType>> Names()
    {
        foreach (var (import, table) in imports)
            foreach (var name in table.definitions.Keys)
                yield return new(import.Name.Length == 0 ? name : $"{import.Name}.{name}", table.Defined(name)!.Shape);
        foreach (var name in definitions.Keys) yield return new(name, Defined(name)!.Shape);
    }

    /// <summary>Names of all components of the types, each once.</summary>
    public IReadOnlyList<string> Members => members ??= [.. Names().SelectMany(type => type.Value.MemberNames).Distinct(StringComparer.Ordinal)];

    /// <summary>The type a reference names; any type, with a finding, when there is none of that name.</summary>
    public DmnType? Find(TypeName? reference, Place place)
    {
        if (reference is null) return null;
        if (Lookup(reference) is { } type) return type;
        if (unknown.Add(reference.Name))
            findings.Add(Finding.Warning(place.ToString(),
                new LocalText($"Không có kiểu dữ liệu “{reference.Name}”; giá trị không được kiểm tra.", $"There is no type “{reference.Name}”; values are not checked."),
                new LocalText("Định nghĩa kiểu này hoặc sửa tên.", "Define the type or mend its name.")));
        return null;
    }

    /// <summary>The type of the answer of a function type; null when the reference names no function type.</summary>
    public DmnType? Answer(TypeName reference) => Lookup(reference)?.Shape is FeelFunctionType function ? new DmnType(function.Result.Name, function.Result) : null;

    private DmnType? Lookup(TypeName reference)
    {
        if (reference.Namespace is { } space && space != model.Namespace)
            return imports.Where(i => i.Import.Namespace == space).Select(i => i.Table.Defined(reference.Name)).FirstOrDefault(t => t is not null);
        if (Defined(reference.Name) is { } own) return own;
        if (FeelType.Named(reference.Name) is { } built) return ReferenceEquals(built, FeelType.Any) ? DmnType.Any : new DmnType(reference.Name, built);
        foreach (var (import, table) in imports)
        {
            // A name may lead through several imports: "a.b.tUnit".
            var found = import.Name.Length == 0 ? table.Defined(reference.Name)
                : reference.Name.StartsWith(import.Name + ".", StringComparison.Ordinal) ? table.Lookup(new TypeName(null, reference.Name[(import.Name.Length + 1)..])) : null;
            if (found is not null) return found;
        }

        return null;
    }

    private DmnType? Defined(string name)
    {
        if (made.TryGetValue(name, out var ready)) return ready;
        if (!definitions.TryGetValue(name, out var definition)) return null;
        if (open.Count >= Deepest || !open.Add(name)) return Unchecked(definition);
        var type = Build(definition);
        open.Remove(name);
        return made[name] = type;
    }

    private DmnType Build(ItemDefinition definition)
    {
        var refined = definition.Reference is { } reference ? Find(reference, definition.Place) : null;
        var fields = definition.Components.Select(component => KeyValuePair.Create(component.Name, Build(component))).ToList();
        var (signature, signatureSize) = definition.Function is { } function ? Function(function, definition.Place) : (null, 0);
        var size = 1 + (refined?.Size ?? 0) + fields.Sum(field => field.Value.Size) + signatureSize;
        parts += size;
        if (size > MostParts || parts > MostPartsInAll) return Unchecked(definition);
        var item = fields.Count > 0
            ? new FeelContextType(fields.Select(field => KeyValuePair.Create(field.Key, field.Value.Shape)).ToList())
            : signature ?? refined?.Shape ?? FeelType.Any;
        return new DmnType(definition.Name, definition.IsCollection ? new FeelListType(item) : item)
        {
            Size = size,
            Refined = refined is null || ReferenceEquals(refined, DmnType.Any) ? null : refined,
            Fields = fields,
            IsList = definition.IsCollection,
            Allowed = Tests(definition.AllowedValues),
            Whole = Tests(definition.TypeConstraint),
            Ranking = definition.AllowedValues is { } allowed ? ValueRanking.Of(allowed.Text, FeelNames.None) : refined?.Ranking ?? [],
        };
    }

    // Functions without stated parameters have none; "any function" is only the built-in name.
    private (FeelType Shape, int Size) Function(FunctionItem function, Place place)
    {
        var parameters = function.Parameters.Select(parameter => Find(parameter.Type, place) ?? DmnType.Any).ToList();
        var output = Find(function.Output, place) ?? DmnType.Any;
        return (new FeelFunctionType(parameters.Select(parameter => parameter.Shape).ToList(), output.Shape), output.Size + parameters.Sum(parameter => parameter.Size));
    }

    private FeelUnaryTests? Tests(ExpressionText? text)
    {
        if (text is null) return null;
        var parsing = FeelExpression.ParseUnaryTests(text.Text, FeelNames.None);
        if (parsing.Error is { } error) findings.Add(SyntaxFinding.Of(text, error));
        return parsing.Value;
    }

    private DmnType Unchecked(ItemDefinition definition)
    {
        if (unknown.Add(definition.Name))
            findings.Add(Finding.Warning(definition.Place.ToString(),
                new LocalText($"Kiểu “{definition.Name}” định nghĩa vòng qua chính nó, qua hơn {Deepest} tầng, hoặc có quá nhiều phần; giá trị không được kiểm tra.",
                    $"The type “{definition.Name}” is defined by itself, through more than {Deepest} levels, or of too many parts; values are not checked."),
                new LocalText("Định nghĩa kiểu không vòng và gọn hơn.", "Define the type without a cycle and of fewer parts.")));
        return DmnType.Any;
    }

    private static Dictionary<string, ItemDefinition> First(IEnumerable<ItemDefinition> types)
    {
        var byName = new Dictionary<string, ItemDefinition>(StringComparer.Ordinal);
        foreach (var type in types) byName.TryAdd(type.Name, type);
        return byName;
    }
}
