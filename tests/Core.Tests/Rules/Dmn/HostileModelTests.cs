using System.Text;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn;
using OpenPar.Core.Rules.Dmn.Tck;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Dmn;

public sealed class HostileModelTests
{
    [Fact]
    public void A_document_type_is_refused_before_its_entities_are_read()
    {
        const string laughs = """
            <!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="&c;" namespace="urn:x"/>
            """;

        Refused(laughs);
        Assert.NotEmpty(TckReader.Read(new StringReader(laughs), "x.xml").Findings);
    }

    [Fact]
    public void A_hundred_thousand_nested_elements_are_refused()
    {
        var text = new StringBuilder(DmnFiles.Definitions("<decision name=\"d\">").Replace("</definitions>", "", StringComparison.Ordinal));
        for (var i = 0; i < 100_000; i++) text.Append("<context><contextEntry>");

        Assert.Contains("tầng", Refused(text.ToString()).Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_is_no_xml_is_a_finding_with_its_line() =>
        Assert.StartsWith("test.dmn:2", Refused("<definitions>\n<decision></definitions>").Where, StringComparison.Ordinal);

    [Fact]
    public void Xml_that_is_no_model_is_a_finding() => Refused("<html/>");

    [Fact]
    public void A_table_of_ten_thousand_rows_finds_its_rule()
    {
        var rows = string.Concat(Enumerable.Range(0, 10_000).Select(row => $"<rule><inputEntry><text>[{row}..{row + 1})</text></inputEntry><outputEntry><text>{row} * 2</text></outputEntry></rule>"));
        var program = DmnFiles.Of($"""
            <inputData id="x" name="x"><variable name="x" typeRef="number"/></inputData>
            <decision id="d" name="d"><variable name="d"/><informationRequirement><requiredInput href="#x"/></informationRequirement>
            <decisionTable hitPolicy="UNIQUE"><input><inputExpression><text>x</text></inputExpression></input><output/>{rows}</decisionTable></decision>
            """);

        Assert.Equal((FeelNumber)19_998, program.Decide("d", ("x", (FeelNumber)9_999.5m)).Value);
    }

    [Fact]
    public void Decisions_that_require_each_other_are_a_finding_and_null()
    {
        var program = DmnFiles.Of(Chain("a", "b") + Chain("b", "c") + Chain("c", "a") + Chain("e", "a"));

        var finding = Assert.Single(program.Findings);
        Assert.Contains("a → b → c → a", finding.Message.Vi, StringComparison.Ordinal);
        Assert.Null(program.Decide("a").Value);
        Assert.Null(program.Decide("e").Value);
    }

    [Fact]
    public void A_chain_of_twenty_thousand_decisions_is_followed_to_its_end()
    {
        const int length = 20_000;
        var text = new StringBuilder("<decision id=\"n0\" name=\"n0\"><variable name=\"n0\"/><literalExpression><text>1</text></literalExpression></decision>");
        for (var i = 1; i < length; i++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"<decision id=\"n{i}\" name=\"n{i}\"><variable name=\"n{i}\"/><informationRequirement><requiredDecision href=\"#n{i - 1}\"/></informationRequirement><literalExpression><text>n{i - 1} + 1</text></literalExpression></decision>");

        Assert.Equal((FeelNumber)length, DmnFiles.Of(text.ToString()).Decide($"n{length - 1}").Value);
    }

    [Fact]
    public void A_function_without_end_is_stopped_by_the_limits()
    {
        var program = DmnFiles.Of("""
            <businessKnowledgeModel id="f" name="f"><variable name="f"/><encapsulatedLogic><formalParameter name="n"/><literalExpression><text>f(n + 1)</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            <decision id="d" name="d"><variable name="d"/><knowledgeRequirement><requiredKnowledge href="#f"/></knowledgeRequirement><literalExpression><text>f(0)</text></literalExpression></decision>
            """);

        var answer = program.Decide("d");
        Assert.Null(answer.Value);
        Assert.NotNull(answer.Error);
    }

    [Fact]
    public void A_model_that_imports_itself_and_types_that_define_themselves_do_no_harm()
    {
        var program = DmnFiles.Of("""
            <import name="me" namespace="urn:test"/>
            <itemDefinition name="a"><typeRef>b</typeRef></itemDefinition><itemDefinition name="b"><typeRef>a</typeRef></itemDefinition>
            <itemDefinition name="tree"><itemComponent name="children" isCollection="true"><typeRef>tree</typeRef></itemComponent></itemDefinition>
            <decision id="d" name="d"><variable name="d" typeRef="a"/><literalExpression><text>1 + 1</text></literalExpression></decision>
            """);

        Assert.Contains(program.Findings, finding => finding.Message.Vi.Contains("định nghĩa vòng", StringComparison.Ordinal));
        Assert.Equal((FeelNumber)2, program.Decide("d").Value);
    }

    [Fact]
    public void Types_that_double_at_each_level_are_not_followed()
    {
        var types = string.Concat(Enumerable.Range(0, 60).Select(level =>
            $"<itemDefinition name=\"t{level}\"><itemComponent name=\"a\"><typeRef>t{level + 1}</typeRef></itemComponent><itemComponent name=\"b\"><typeRef>t{level + 1}</typeRef></itemComponent></itemDefinition>"));
        var program = DmnFiles.Of(types + "<itemDefinition name=\"t60\"><typeRef>number</typeRef></itemDefinition>" + DmnFiles.Literal("1 + 1"));

        Assert.Contains(program.Findings, finding => finding.Message.Vi.Contains("quá nhiều phần", StringComparison.Ordinal));
        Assert.Equal((FeelNumber)2, program.Decide("d").Value);
    }

    [Fact]
    public void A_context_of_ten_thousand_steps_is_followed()
    {
        var steps = string.Concat(Enumerable.Range(1, 10_000).Select(step =>
            $"<contextEntry><variable name=\"s{step}\"/><literalExpression><text>{(step == 1 ? "0" : $"s{step - 1}")} + 1</text></literalExpression></contextEntry>"));
        var program = DmnFiles.Of($"<decision id=\"d\" name=\"d\"><variable name=\"d\"/><context>{steps}<contextEntry><literalExpression><text>s10000</text></literalExpression></contextEntry></context></decision>");

        Assert.Equal((FeelNumber)10_000, program.Decide("d").Value);
    }

    [Fact]
    public void A_wrong_expression_spoils_only_the_decisions_that_need_it()
    {
        var program = DmnFiles.Of("""
            <decision id="bad" name="sai"><variable name="sai"/><literalExpression><text>1 +
            * 2</text></literalExpression></decision>
            <decision id="good" name="tốt"><variable name="tốt"/><literalExpression><text>1 + 2</text></literalExpression></decision>
            """);

        var finding = Assert.Single(program.Findings);
        Assert.Equal(Severity.Error, finding.Severity);
        Assert.Contains("sai", finding.Where, StringComparison.Ordinal);
        Assert.Contains("dòng 2", finding.Message.Vi, StringComparison.Ordinal);
        Assert.Null(program.Decide("sai").Value);
        Assert.Equal((FeelNumber)3, program.Decide("tốt").Value);
    }

    [Fact]
    public void Damaged_models_give_findings_or_answers_but_never_an_exception()
    {
        var random = new Random(20261121);
        var samples = Directory.EnumerateFiles(DmnFiles.Samples).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        for (var round = 0; round < 1_500; round++)
        {
            var text = Damage(samples[round % samples.Count], random);
            Assert.NotNull(TckReader.Read(new StringReader(text), "test.xml").Findings);
            var reading = DmnReader.Read(new StringReader(text), "test.dmn");
            Assert.Equal(reading.Value is null, reading.Findings.Any(finding => finding.Severity == Severity.Error));
            if (reading.Value is not { } model) continue;
            var program = DmnProgram.Of(model);
            var session = program.Begin(model.Inputs.Select(name => new DmnInput(name, (FeelNumber)round)), new FeelRun(DmnFiles.Now, new FeelLimits(Steps: 100_000)));
            foreach (var decision in model.Decisions) Assert.True(session.Decide(decision).Known);
        }
    }

    private static string Damage(string text, Random random)
    {
        var damaged = new StringBuilder(text);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(damaged.Length);
            switch (random.Next(4))
            {
                case 0:
                    damaged[at] = (char)random.Next(32, 127);
                    break;
                case 1:
                    damaged.Remove(at, Math.Min(random.Next(1, 12), damaged.Length - at));
                    break;
                case 2:
                    damaged.Insert(at, damaged.ToString(at, Math.Min(random.Next(1, 40), damaged.Length - at)));
                    break;
                default:
                    // Swapping quoted words keeps the XML whole and makes references and types go astray.
                    var words = text.Split('"');
                    damaged.Replace('"' + words[random.Next(words.Length)] + '"', '"' + words[random.Next(words.Length)] + '"');
                    break;
            }
        }

        return damaged.ToString();
    }

    private static Finding Refused(string text)
    {
        var reading = DmnReader.Read(new StringReader(text), "test.dmn");
        Assert.Null(reading.Value);
        return Assert.Single(reading.Findings);
    }

    private static string Chain(string name, string needs) =>
        $"<decision id=\"{name}\" name=\"{name}\"><variable name=\"{name}\"/><informationRequirement><requiredDecision href=\"#{needs}\"/></informationRequirement><literalExpression><text>{needs} + 1</text></literalExpression></decision>";
}
