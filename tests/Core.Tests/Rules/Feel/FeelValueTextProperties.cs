using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Feel;

/// <summary>Every value that can be written as a literal is read again from what is printed.</summary>
public sealed class FeelValueTextProperties
{
    private static readonly Gen<object?> Plain = Gen.OneOf<object?>(
        Gen.Constant<object?>(null),
        from value in ArbMap.Default.GeneratorFor<bool>() select (object?)value,
        from value in ArbMap.Default.GeneratorFor<decimal>() select (object?)(FeelNumber)value,
        from value in ArbMap.Default.GeneratorFor<string>() where value is not null && !value.Any(char.IsSurrogate) select (object?)value);

    [Fact]
    public void Lists_contexts_and_plain_values_are_read_as_they_are_printed() => Prop.ForAll(Values(4).ToArbitrary(), value =>
    {
        var text = new FeelList([value]).ToString();
        var parsed = FeelExpression.Parse(text, FeelNames.None);
        return parsed.Ok && FeelExpression.Parse(text, FeelNames.None).Value!.Evaluate(FeelScope.Empty, new FeelRun()) is FeelList list
            && list.ToString() == text && Same(list[0], value);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Ranges_are_read_as_they_are_printed() => Prop.ForAll<int, int, bool>((low, length, closed) =>
    {
        var range = new FeelRange((FeelNumber)low, closed, (FeelNumber)(low + Math.Abs((long)length)), !closed);
        return FeelExpression.Parse(range.ToString(), FeelNames.None).Value!.Evaluate(FeelScope.Empty, new FeelRun()) is FeelRange read && read.Equals(range);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_value_equals_itself_and_is_one_among_distinct_values() => Prop.ForAll(Values(3).ToArbitrary(), value =>
    {
        var scope = FeelScope.Empty.With("x", value);
        var names = FeelNames.None.With("x");
        return FeelExpression.Parse("x = x", names).Value!.Evaluate(scope, new FeelRun()) is true
            && FeelExpression.Parse("count(distinct values([x, x]))", names).Value!.Evaluate(scope, new FeelRun()) is FeelNumber { Sign: 1 } count && count == 1;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static Gen<object?> Values(int depth) => depth == 0 ? Plain : Gen.OneOf(
        Plain,
        from count in Gen.Choose(0, 3) from items in Gen.ArrayOf(Values(depth - 1), count) select (object?)new FeelList(items),
        from count in Gen.Choose(0, 3)
        from items in Gen.ArrayOf(Values(depth - 1), count)
        from key in Gen.Elements("a", "tỷ lệ", "x;y", "\"", "b c")
        select (object?)new FeelContext(items.Select((item, i) => new KeyValuePair<string, object?>(key + i, item))));

    private static bool Same(object? left, object? right) => (left, right) switch
    {
        (FeelList a, FeelList b) => a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)),
        (FeelContext a, FeelContext b) => a.Keys.SequenceEqual(b.Keys) && a.Keys.All(key => Same(a[key], b[key])),
        _ => Equals(left, right),
    };
}
