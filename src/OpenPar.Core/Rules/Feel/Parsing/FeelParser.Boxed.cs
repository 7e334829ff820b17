namespace OpenPar.Core.Rules.Feel;

/// <summary>Expressions that bring names of their own: contexts, loops, quantifiers, functions.</summary>
internal sealed partial class FeelParser
{
    private ContextNode ReadContext()
    {
        var start = Here;
        Expect("{");
        Enter();
        var (keys, values, added) = (new List<string>(), new List<FeelNode>(), new List<string>());
        var range = rangeEnd;
        rangeEnd = false;
        while (!Is("}"))
        {
            if (keys.Count > 0) Expect(",");
            var key = ReadKey();
            Expect(":");
            values.Add(ReadExpression());
            keys.Add(key);
            members.Add(key);
            if (locals.Add(key)) added.Add(key);
        }

        at++;
        rangeEnd = range;
        Forget(added);
        Leave();
        return Bounded(new ContextNode(start, keys, values));
    }

    private string ReadKey()
    {
        if (At(TokenKind.String)) return ReadString();
        var end = NameEnd(at);
        if (end == at) throw Error(FeelMessages.ExpectedName(Found()));
        var key = tokens.Name(at, end);
        at = end;
        return key;
    }

    private ForNode ReadFor()
    {
        var start = Here;
        at++;
        var (iterators, added) = ReadIterators();
        Expect("return");
        if (locals.Add("partial")) added.Add("partial");
        var before = partials;
        var result = ReadExpression();
        Forget(added);
        return Bounded(new ForNode(start, iterators, result, partials > before));
    }

    private QuantifiedNode ReadQuantified()
    {
        var start = Here;
        var every = Is("every");
        at++;
        var (iterators, added) = ReadIterators();
        Expect("satisfies");
        var condition = ReadExpression();
        Forget(added);
        return Bounded(new QuantifiedNode(start, every, iterators, condition));
    }

    private (List<Iterator> Iterators, List<string> Added) ReadIterators()
    {
        var (iterators, added) = (new List<Iterator>(), new List<string>());
        do
        {
            var end = at;
            while (tokens[end].Kind is TokenKind.Word or TokenKind.Number or TokenKind.Sign && !tokens.Is(end, "in") && end - at < 50) end++;
            if (end == at || !tokens.Is(end, "in")) throw Error(FeelMessages.ExpectedName(Found()));
            var name = tokens.Name(at, end);
            at = end + 1;
            var from = ReadExpression();
            var to = Take("..") ? ReadExpression() : null;
            iterators.Add(new Iterator(name, from, to));
            if (locals.Add(name)) added.Add(name);
        }
        while (Take(","));
        return (iterators, added);
    }

    private FunctionNode ReadFunction()
    {
        var start = Here;
        at++;
        Expect("(");
        Enter();
        var (parameters, added) = (new List<FeelParameter>(), new List<string>());
        while (!Is(")"))
        {
            if (parameters.Count > 0) Expect(",");
            var name = ReadKey();
            parameters.Add(new FeelParameter(name, Take(":") ? ReadType() : FeelType.Any));
            if (locals.Add(name)) added.Add(name);
        }

        at++;
        var body = Take("external") ? SkipExternal() : ReadExpression();
        Forget(added);
        Leave();
        return Bounded(new FunctionNode(start, parameters, body));
    }

    private ExternalNode SkipExternal()
    {
        var start = Here;
        ReadExpression();
        return new ExternalNode(start);
    }

    private void Forget(List<string> added)
    {
        foreach (var name in added) locals.Remove(name);
    }
}
