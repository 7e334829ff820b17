using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using OpenPar.Core.Rules;
using OpenPar.Core.Rules.Forms;

namespace OpenPar.Core.Tests.Rules.Forms;

public sealed class RuleFormsTests
{
    [Fact]
    public void Every_kind_has_a_form() =>
        Assert.Equal(AnyRule.Kinds.Order(), RuleForms.All.Select(f => f.Kind).Order());

    [Fact]
    public void A_form_asks_for_every_key_of_its_kind_and_for_nothing_else()
    {
        var kinds = RuleJson.Options.GetTypeInfo(typeof(Rule)).PolymorphismOptions!.DerivedTypes;
        var wrong = kinds.SelectMany(kind => Differences(kind.DerivedType, [.. RuleForms.Find((string)kind.TypeDiscriminator!)!.Fields, .. RuleForms.Origin], (string)kind.TypeDiscriminator!)).ToList();

        Assert.True(kinds.Count >= 17);
        Assert.Equal([], wrong);
    }

    [Fact]
    public void A_rule_typed_into_its_form_is_the_same_rule() =>
        Prop.ForAll<int>(seed =>
        {
            foreach (var kind in AnyRule.Kinds)
            {
                var rule = AnyRule.Of(seed, 2, kind);
                var reading = TypedRule.Read(TypedRule.Of(rule));
                Assert.Empty(reading.Problems);
                Assert.Equal(RuleJson.Write(rule), RuleJson.Write(reading.Rule!));
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_rule_of_the_official_set_can_be_edited_in_its_form()
    {
        foreach (var leaf in PackFiles.Set1187.Leaves.Where(l => l.Rule is not null))
            Assert.Equal(RuleJson.Write(leaf.Rule!), RuleJson.Write(TypedRule.Read(TypedRule.Of(leaf.Rule!)).Rule!));
    }

    [Fact]
    public void A_posted_form_gives_the_tree_it_came_from() =>
        Prop.ForAll<int>(seed =>
        {
            var typed = TypedRule.Of(AnyRule.Of(seed, 2));
            var fields = Fields(typed, "").ToList();
            Assert.Equal(RuleJson.Write(TypedRule.Read(typed).Rule!), RuleJson.Write(TypedRule.Read(TypedTree.OfFields(fields)).Rule!));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_cannot_be_read_is_told_at_its_field_and_everything_else_is_looked_at_too()
    {
        var typed = TypedTree.OfFields(Of(("kind", "bands"), ("facts[0].name", "a"), ("facts[0].label", "Tổng số"), ("facts[0].type", "count"),
            ("measure.kind", "value"), ("measure.facts", "a"), ("bands[0].from", "1,2,3"), ("bands[0].points", ""), ("validFrom", "hôm qua")));

        var reading = TypedRule.Read(typed);

        Assert.Null(reading.Rule);
        Assert.Equal(["bands[0].from", "bands[0].points", "validFrom"], reading.Problems.Select(p => p.Path));
        Assert.Equal("1,2,3", TypedTree.Text(TypedTree.At(typed, "bands[0]"), "from"));
    }

    [Fact]
    public void Rows_in_which_nothing_was_typed_do_not_count()
    {
        var typed = TypedTree.OfFields(Of(("kind", "choice"), ("options[0].label", "Có"), ("options[0].key", "co"), ("options[0].points", "1"), ("options[1].label", ""), ("options[1].points", " ")));

        Assert.Equal("""{"kind":"choice","fact":"choice","provenance":"declared","options":[{"key":"co","label":"Có","points":1}]}""", RuleJson.Write(TypedRule.Read(typed).Rule!));
    }

    [Fact]
    public void Percentages_are_typed_as_people_write_them()
    {
        var typed = TypedTree.OfFields(Of(("kind", "linear"), ("facts[0].name", "b"), ("facts[0].label", "Tỷ lệ"), ("facts[0].type", "percent"), ("terms[0].fact", "b"), ("zeroBelow.rate", "80"), ("whenZero", "unstated")));

        Assert.Contains("\"zeroBelow\":{\"over\":[],\"rate\":0.8}", RuleJson.Write(TypedRule.Read(typed).Rule!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a[99999999].b")]
    [InlineData("a[-1].b")]
    [InlineData("a..b")]
    [InlineData("a[0")]
    [InlineData("[0]")]
    [InlineData("")]
    [InlineData("a[2000].b")]
    public void A_path_of_another_shape_is_left_out(string path) => Assert.Empty(TypedTree.OfFields(Of((path, "x"))));

    [Fact]
    public void Hostile_forms_are_bounded()
    {
        var deep = string.Join('.', Enumerable.Repeat("rule", 5000)) + ".kind";
        var nested = Enumerable.Range(0, 12).Select(depth => (string.Concat(Enumerable.Repeat("parts[0].rule.", depth)) + "kind", "sum"))
            .Concat(Enumerable.Range(1, 11).Select(depth => (string.Concat(Enumerable.Repeat("parts[0].rule.", depth)) + "parts[0].label", "x")));
        var many = Enumerable.Range(0, 100_000).Select(i => ($"bands[{i}].points", "1"));

        Assert.Empty(TypedTree.OfFields(Of((deep, "x"))));
        Assert.Contains(TypedRule.Read(TypedTree.OfFields(Of([.. nested]))).Problems, p => p.Message.Vi.Contains("lồng quá", StringComparison.Ordinal));
        Assert.True(((JsonArray)TypedTree.OfFields(Of([.. many]))["bands"]!).Count <= TypedTree.MostRows);
    }

    [Fact]
    public void Random_posts_never_throw() =>
        Prop.ForAll<(string Path, string Text)[]>(fields =>
        {
            var typed = TypedTree.OfFields(Of([.. (fields ?? []).Select(f => (f.Path ?? "", f.Text ?? "")), ("kind", RuleForms.All[(fields?.Length ?? 0) % RuleForms.All.Count].Kind)]));
            var reading = TypedRule.Read(typed);
            return reading.Rule is null == reading.Problems.Count > 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_where_a_list_belongs_is_no_exception()
    {
        var typed = TypedTree.OfFields(Of(("kind", "sum"), ("parts", "x"), ("parts[0].label", "y"), ("source.a", "z")));
        Assert.Empty(TypedRule.Read(typed).Problems);
    }

    private static IEnumerable<string> Differences(Type type, IReadOnlyList<FormField> fields, string path)
    {
        var info = RuleJson.Options.GetTypeInfo(type);
        var keys = info.Properties.Where(p => p.Get is not null).ToDictionary(p => p.Name);
        foreach (var missing in keys.Keys.Except(fields.Select(f => f.Key))) yield return $"{path}.{missing} is not asked for";
        foreach (var extra in fields.Select(f => f.Key).Except(keys.Keys)) yield return $"{path}.{extra} is no key";
        foreach (var field in fields.Where(f => keys.ContainsKey(f.Key)))
        {
            var inner = keys[field.Key].PropertyType;
            if (field.Input == FormInput.Rows) inner = inner.GetGenericArguments()[0];
            if (field.Input is FormInput.Group or FormInput.Rows)
            {
                foreach (var difference in Differences(inner, field.Fields, $"{path}.{field.Key}")) yield return difference;
            }

            if (field.Input == FormInput.Option && inner.IsEnum)
            {
                var values = Enum.GetNames(inner).Select(JsonNamingPolicy.CamelCase.ConvertName).ToHashSet();
                if (!values.SetEquals(field.Options.Select(o => o.Value))) yield return $"{path}.{field.Key} offers other values than {string.Join(", ", values)}";
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(e => Fields(e.Value, path.Length == 0 ? e.Key : $"{path}.{e.Key}")),
        JsonArray list => list.SelectMany((item, i) => Fields(item, $"{path}[{i}]")),
        JsonValue value => [KeyValuePair.Create(path, value.GetValue<string>())],
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, string>> Of(params (string Path, string Text)[] fields) => fields.Select(f => KeyValuePair.Create(f.Path, f.Text));
}
