namespace OpenPar.Core.Rules.Feel;

/// <summary>Operators, from the loosest to the tightest.</summary>
internal sealed partial class FeelParser
{
    private FeelNode ReadDisjunction()
    {
        var left = ReadConjunction();
        while (Is("or"))
        {
            var start = Here;
            at++;
            left = Bounded(new Disjunction(start, left, ReadConjunction()));
        }

        return left;
    }

    private FeelNode ReadConjunction()
    {
        var left = ReadComparison();
        while (Is("and"))
        {
            var start = Here;
            at++;
            left = Bounded(new Conjunction(start, left, ReadComparison()));
        }

        return left;
    }

    private FeelNode ReadComparison()
    {
        var left = ReadSum();
        while (true)
        {
            var start = Here;
            if (At(TokenKind.Sign) && ComparisonSigns.Read(tokens.Span(at)) is { } sign)
            {
                at++;
                left = Bounded(new Comparison(start, sign, left, ReadSum()));
            }
            else if (Take("between"))
            {
                var low = ReadSum();
                Expect("and");
                left = Bounded(new Between(start, left, low, ReadSum()));
            }
            else if (Take("in")) left = Bounded(new InNode(start, left, ReadInTests()));
            else return left;
        }
    }

    private FeelNode ReadSum()
    {
        var left = ReadProduct();
        while (Is("+") || Is("-"))
        {
            var start = Here;
            var sign = Is("+") ? ArithmeticSign.Add : ArithmeticSign.Subtract;
            at++;
            left = Bounded(new Arithmetic(start, sign, left, ReadProduct()));
        }

        return left;
    }

    private FeelNode ReadProduct()
    {
        var left = ReadPower();
        while (Is("*") || Is("/"))
        {
            var start = Here;
            var sign = Is("*") ? ArithmeticSign.Multiply : ArithmeticSign.Divide;
            at++;
            left = Bounded(new Arithmetic(start, sign, left, ReadPower()));
        }

        return left;
    }

    private FeelNode ReadPower()
    {
        var left = ReadSigned();
        while (Is("**"))
        {
            var start = Here;
            at++;
            left = Bounded(new Arithmetic(start, ArithmeticSign.Power, left, ReadSigned()));
        }

        return left;
    }

    private FeelNode ReadSigned()
    {
        if (!Is("-")) return ReadPostfix();
        var start = Here;
        at++;
        Enter();
        var operand = ReadSigned();
        Leave();
        return operand is Literal { Value: FeelNumber number } ? new Literal(start, -number) : Bounded(new Negation(start, operand));
    }

    private FeelNode ReadPostfix()
    {
        var node = ReadPrimary();
        while (true)
        {
            var start = Here;
            if (Take(".")) node = Bounded(new PathNode(start, node, ReadMemberName()));
            else if (Is("[") && !ClosesRange()) node = Bounded(new FilterNode(start, node, ReadFilter()));
            else if (Is("(")) node = ReadCall(node);
            else if (Is("instance") && tokens.Is(at + 1, "of"))
            {
                at += 2;
                node = Bounded(new InstanceOf(start, node, ReadType()));
            }
            else return node;
        }
    }

    private FeelNode ReadFilter()
    {
        Expect("[");
        filters++;
        var range = rangeEnd;
        rangeEnd = false;
        var added = locals.Add("item");
        var condition = ReadExpression();
        if (added) locals.Remove("item");
        rangeEnd = range;
        filters--;
        Expect("]");
        return condition;
    }

    private CallNode ReadCall(FeelNode callee)
    {
        var start = callee is NameNode ? callee.Start : Here;
        Expect("(");
        var range = rangeEnd;
        rangeEnd = false;
        var arguments = new List<FeelNode>();
        List<string>? argumentNames = null;
        while (!Is(")"))
        {
            if (arguments.Count > 0) Expect(",");
            if (ArgumentName() is { } name)
            {
                if (argumentNames is null && arguments.Count > 0) throw Unexpected();
                (argumentNames ??= []).Add(name);
            }
            else if (argumentNames is not null) throw Unexpected();
            arguments.Add(ReadExpression());
        }

        at++;
        rangeEnd = range;
        return Bounded(new CallNode(start, callee, argumentNames, arguments));
    }

    // A name and a colon before the argument; nothing else inside an argument list has a colon at this level.
    private string? ArgumentName()
    {
        var end = NameEnd(at);
        if (end == at || !tokens.Is(end, ":")) return null;
        var name = tokens.Name(at, end);
        at = end + 1;
        return name;
    }
}
