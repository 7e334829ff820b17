using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>Makes boxed expressions ready to run: every text is parsed once, every type is looked up once.</summary>
internal sealed class LogicCompiler(TypeTable types, List<Finding> findings)
{
    /// <summary>How many names a context may add one by one; looking a name up goes through all layers.</summary>
    private const int MostLayers = 100;

    /// <summary>The logic of a box; what cannot be read is a finding and answers null.</summary>
    public Logic Compile(Box box, FeelNames names) => box switch
    {
        LiteralBox literal => Literal(literal, names),
        ContextBox context => Context(context, names),
        ListBox list => new ListLogic(list.Items.Select(item => Compile(item, names)).ToList()) { Type = TypeOf(box) },
        RelationBox relation => Relation(relation, names),
        FunctionBox function => Function(function, names),
        InvocationBox invocation => new InvocationLogic(Compile(invocation.Called, names),
            invocation.Arguments.Select(argument => KeyValuePair.Create(argument.Parameter.Name, argument.Value is null ? null : Compile(argument.Value, names))).ToList())
        { Type = TypeOf(box) },
        ConditionalBox conditional => new ConditionalLogic(Compile(conditional.If, names), Compile(conditional.Then, names), Compile(conditional.Else, names)) { Type = TypeOf(box) },
        FilterBox filter => Filter(filter, names),
        IteratorBox iterator => Iterator(iterator, names),
        TableBox table => new TableCompiler(this, types, findings).Compile(table, names),
        UnknownBox unknown => new NullLogic(DmnMessages.CannotRun(unknown.What)),
        _ => throw new ArgumentException($"There is no logic for {box.GetType().Name}.", nameof(box)),
    };

    /// <summary>The parameters of a function with their types.</summary>
    public IReadOnlyList<TypedName> Parameters(FunctionBox function) =>
        function.Parameters.Select(parameter => new TypedName(parameter.Name, types.Find(parameter.Type, function.Place))).ToList();

    /// <summary>The body of a function, which sees its parameters.</summary>
    public Logic Body(FunctionBox function, IReadOnlyList<TypedName> parameters, FeelNames names)
    {
        if (function.Language != FunctionLanguage.Feel) return new NullLogic(DmnMessages.ForeignFunction(function.Language.ToString()));
        if (function.Body is null) return new NullLogic(DmnMessages.NoLogic(function.Place.Path));
        return Compile(function.Body, names.With(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Type?.Shape))));
    }

    private DmnType? TypeOf(Box box) => types.Find(box.Type, box.Place);

    private Logic Literal(LiteralBox literal, FeelNames names)
    {
        // An entry left empty says nothing, which is null.
        if (string.IsNullOrWhiteSpace(literal.Text)) return new NullLogic(null);
        var parsing = FeelExpression.Parse(literal.Text, names);
        if (parsing.Value is { } expression) return new LiteralLogic(expression, literal.Place) { Type = TypeOf(literal) };
        findings.Add(SyntaxFinding.Of(new ExpressionText(literal.Text, literal.Place), parsing.Error!));
        return new NullLogic(DmnMessages.Broken(literal.Text.Trim()));
    }

    private ContextLogic Context(ContextBox context, FeelNames names)
    {
        var steps = new List<KeyValuePair<string, Logic>>();
        Logic? answer = null;
        // Each step sees the names before it, layer upon layer; a context too long for that sees all its names at once.
        var layered = context.Entries.Count <= MostLayers;
        if (!layered) names = names.With(context.Entries.Where(entry => entry.Variable is not null).Select(entry => KeyValuePair.Create(entry.Variable!.Name, (FeelType?)null)));
        foreach (var entry in context.Entries)
        {
            var logic = Compile(entry.Value, names);
            if (entry.Variable is not { } variable)
            {
                answer = logic;
                continue;
            }

            var type = types.Find(variable.Type, entry.Value.Place);
            steps.Add(KeyValuePair.Create(variable.Name, type is null ? logic : new TypedLogic(logic) { Type = type }));
            if (layered) names = names.With(variable.Name, (type ?? logic.Type)?.Shape).WithMembers(MembersOf(entry.Value));
        }

        return new ContextLogic(steps, answer) { Type = TypeOf(context) };
    }

    private RelationLogic Relation(RelationBox relation, FeelNames names)
    {
        var columns = relation.Columns.Select(column => (column.Name, Type: types.Find(column.Type, relation.Place))).ToList();
        var rows = relation.Rows.Select(row => (IReadOnlyList<Logic>)row.Zip(columns).Select(cell =>
        {
            var logic = Compile(cell.First, names);
            return cell.Second.Type is { } type ? new TypedLogic(logic) { Type = type } : logic;
        }).ToList()).ToList();
        return new RelationLogic(columns.Select(column => column.Name).ToList(), rows) { Type = TypeOf(relation) };
    }

    private FunctionLogic Function(FunctionBox function, FeelNames names)
    {
        var parameters = Parameters(function);
        return new FunctionLogic(function.Place.Path, parameters, Body(function, parameters, names)) { Type = TypeOf(function) };
    }

    // Inside a filter the entries of an item are names of their own; which ones is known from the types and boxes only.
    private FilterLogic Filter(FilterBox filter, FeelNames names)
    {
        var entries = types.Members.Concat(MembersOf(filter.In)).Append("item").Select(name => KeyValuePair.Create(name, (FeelType?)null));
        return new FilterLogic(Compile(filter.In, names), Compile(filter.Match, names.With(entries))) { Type = TypeOf(filter) };
    }

    private IteratorLogic Iterator(IteratorBox iterator, FeelNames names)
    {
        var source = Compile(iterator.In, names);
        var inner = names.With(iterator.Name, source.Type?.Shape).With(IteratorLogic.Partial).WithMembers(MembersOf(iterator.In));
        return new IteratorLogic(iterator.Kind, iterator.Name, source, Compile(iterator.Body, inner)) { Type = TypeOf(iterator) };
    }

    // A boxed context or relation shows its names without having a declared type.
    private static IEnumerable<string> MembersOf(Box box) => box switch
    {
        ContextBox context => context.Entries.SelectMany(entry => MembersOf(entry.Value).Concat(entry.Variable is { } variable ? [variable.Name] : [])),
        RelationBox relation => relation.Columns.Select(column => column.Name),
        _ => [],
    };
}

/// <summary>Logic whose value is stored under a name with a type of its own.</summary>
internal sealed class TypedLogic(Logic inner) : Logic
{
    protected override object? Work(FeelScope scope, FeelRun run) => inner.Evaluate(scope, run);
}
