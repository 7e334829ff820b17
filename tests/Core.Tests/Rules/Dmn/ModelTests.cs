using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Dmn;

public sealed class ModelTests
{
    private const string Input = "<inputData id=\"x\" name=\"x\"><variable name=\"x\" typeRef=\"{0}\"/></inputData>";
    private const string NeedsX = "<informationRequirement><requiredInput href=\"#x\"/></informationRequirement>";

    [Theory]
    [InlineData("http://www.omg.org/spec/DMN/20151101/dmn.xsd")]
    [InlineData("http://www.omg.org/spec/DMN/20180521/MODEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20191111/MODEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20211108/MODEL/")]
    [InlineData("https://www.omg.org/spec/DMN/20230324/MODEL/")]
    public void Every_version_of_the_standard_is_read(string version) =>
        Assert.Equal((FeelNumber)3, DmnFiles.Of(DmnFiles.Literal("1 + 2"), version).Decide("d").Value);

    [Fact]
    public void Qualified_type_names_of_the_first_version_are_understood()
    {
        var program = DmnFiles.Of("""
            <itemDefinition name="tX" xmlns:feel="http://www.omg.org/spec/FEEL/20140401"><typeRef>feel:number</typeRef></itemDefinition>
            <inputData id="x" name="x" xmlns:own="urn:test"><variable name="x" typeRef="own:tX"/></inputData>
            """ + DmnFiles.Literal("x + 1", NeedsX), "http://www.omg.org/spec/DMN/20151101/dmn.xsd");

        Assert.Empty(program.Findings);
        Assert.Equal((FeelNumber)3, program.Decide("d", ("x", (FeelNumber)2)).Value);
        Assert.Null(program.Decide("d", ("x", "hai")).Value);
    }

    [Theory]
    [InlineData("number", "[5]", "5")]
    [InlineData("number", "\"5\"", "null")]
    [InlineData("tList", "[1, 2]", "[1, 2]")]
    [InlineData("tList", "7", "[7]")]
    [InlineData("tList", "[1, \"a\"]", "null")]
    [InlineData("tSmall", "10", "10")]
    [InlineData("tSmall", "11", "null")]
    [InlineData("tSmalls", "[1, 11]", "null")]
    [InlineData("tPair", "[1, 2]", "[1, 2]")]
    [InlineData("tPair", "[1, 2, 3]", "null")]
    [InlineData("tUnit", "{tên: \"Sở A\", điểm: 3}", "{tên: \"Sở A\", điểm: 3}")]
    [InlineData("tUnit", "{tên: \"Sở A\"}", "null")]
    [InlineData("tUnit", "{tên: \"Sở A\", điểm: 99}", "null")]
    [InlineData("date and time", "date(\"2026-01-02\")", "2026-01-02T00:00:00Z")]
    public void A_result_is_of_its_declared_type_or_null(string type, string expression, string expected)
    {
        var program = DmnFiles.Of("""
            <itemDefinition name="tList" isCollection="true"><typeRef>number</typeRef></itemDefinition>
            <itemDefinition name="tSmall"><typeRef>number</typeRef><allowedValues><text>[0..10]</text></allowedValues></itemDefinition>
            <itemDefinition name="tSmalls" isCollection="true"><typeRef>tSmall</typeRef></itemDefinition>
            <itemDefinition name="tPair" isCollection="true"><typeRef>number</typeRef><typeConstraint><text>count(?) = 2</text></typeConstraint></itemDefinition>
            <itemDefinition name="tUnit"><itemComponent name="tên"><typeRef>string</typeRef></itemComponent><itemComponent name="điểm"><typeRef>tSmall</typeRef></itemComponent></itemDefinition>
            """ + DmnFiles.Literal(expression, "", type));

        Assert.Empty(program.Findings);
        var answer = program.Decide("d");
        Assert.Equal(expected, FeelText.Of(answer.Value));
        Assert.Equal(expected == "null", answer.Warnings.Count > 0);
    }

    [Fact]
    public void Text_from_json_becomes_the_date_that_the_type_says()
    {
        var program = DmnFiles.Of(Input.Replace("{0}", "date", StringComparison.Ordinal) + DmnFiles.Literal("x + duration(\"P1D\")", NeedsX));

        Assert.Equal(FeelDate.Parse("2026-03-01"), program.Decide("d", ("x", program.AsTyped("x", "2026-02-28"))).Value);
    }

    [Fact]
    public void A_service_of_several_decisions_answers_a_context()
    {
        var program = DmnFiles.Of("""
            <decision id="a" name="a"><variable name="a"/><literalExpression><text>1</text></literalExpression></decision>
            <decision id="b" name="b"><variable name="b"/><literalExpression><text>2</text></literalExpression></decision>
            <decisionService id="s" name="s"><variable name="s"/><outputDecision href="#a"/><outputDecision href="#b"/></decisionService>
            """ + DmnFiles.Literal("s().a + s().b", "<knowledgeRequirement><requiredKnowledge href=\"#s\"/></knowledgeRequirement>"));

        Assert.Equal((FeelNumber)3, program.Decide("d").Value);
    }

    [Fact]
    public void Elements_of_an_import_without_a_name_are_seen_without_a_prefix()
    {
        var lib = DmnReader.Read(new StringReader("""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="lib" namespace="urn:lib">
            <itemDefinition name="tX"><typeRef>number</typeRef></itemDefinition>
            <businessKnowledgeModel id="f" name="gấp đôi"><variable name="gấp đôi"/><encapsulatedLogic><formalParameter name="n" typeRef="tX"/><literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic></businessKnowledgeModel>
            </definitions>
            """), "lib.dmn").Value!;
        var main = DmnReader.Read(new StringReader(DmnFiles.Definitions(
            "<import name=\"\" namespace=\"urn:lib\"/>" + DmnFiles.Literal("gấp đôi(4)", "<knowledgeRequirement><requiredKnowledge href=\"urn:lib#f\"/></knowledgeRequirement>", "tX"))), "main.dmn").Value!;
        var program = DmnProgram.Of(main, (_, _) => lib);

        Assert.Empty(program.Findings);
        Assert.Equal((FeelNumber)8, program.Decide("d").Value);
    }

    [Fact]
    public void A_missing_import_reference_and_type_are_each_a_finding()
    {
        var program = DmnFiles.Of("<import name=\"lib\" namespace=\"urn:lib\"/>" + DmnFiles.Literal("1", "<informationRequirement><requiredInput href=\"#nowhere\"/></informationRequirement>", "tNone"));

        Assert.Equal(3, program.Findings.Count);
        Assert.All(program.Findings, finding => Assert.False(string.IsNullOrWhiteSpace(finding.Remedy.Vi)));
        Assert.Equal((FeelNumber)1, program.Decide("d").Value);
    }

    [Fact]
    public void Functions_in_java_are_null_with_a_reason_and_a_finding_of_the_file()
    {
        var text = DmnFiles.Definitions("<decision id=\"d\" name=\"d\"><variable name=\"d\"/><context><contextEntry><variable name=\"f\"/><functionDefinition kind=\"Java\"><formalParameter name=\"n\"/></functionDefinition></contextEntry><contextEntry><literalExpression><text>f(1)</text></literalExpression></contextEntry></context></decision>");
        var reading = DmnReader.Read(new StringReader(text), "test.dmn");

        Assert.Equal(Severity.Warning, Assert.Single(reading.Findings).Severity);
        var answer = DmnProgram.Of(reading.Value!).Decide("d");
        Assert.Null(answer.Value);
        Assert.Contains("Java", Assert.Single(answer.Warnings).Message.Vi, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_that_was_not_asked_for_is_not_worked_out()
    {
        var program = DmnFiles.Of("""
            <decision id="a" name="a"><variable name="a"/><literalExpression><text>1 / 0</text></literalExpression></decision>
            """ + DmnFiles.Literal("1"));

        Assert.Empty(program.Decide("d").Warnings);
        Assert.NotEmpty(program.Decide("a").Warnings);
    }

    [Fact]
    public void A_boxed_filter_names_the_entries_of_its_items()
    {
        var program = DmnFiles.Of("""
            <itemDefinition name="tUnits" isCollection="true"><itemComponent name="điểm - thô"><typeRef>number</typeRef></itemComponent></itemDefinition>
            <inputData id="x" name="x"><variable name="x" typeRef="tUnits"/></inputData>
            <decision id="d" name="d"><variable name="d"/><informationRequirement><requiredInput href="#x"/></informationRequirement>
            <filter><in><literalExpression><text>x</text></literalExpression></in><match><literalExpression><text>điểm - thô &gt; 1 and item.điểm - thô &lt; 5</text></literalExpression></match></filter></decision>
            """);
        var units = new FeelList(new[] { 1, 3, 7 }.Select(points => new FeelContext([KeyValuePair.Create("điểm - thô", (object?)(FeelNumber)points)])));

        var kept = Assert.IsType<FeelList>(program.Decide("d", ("x", units)).Value);
        Assert.Same(units[1], Assert.Single(kept));
    }

    [Fact]
    public void One_program_serves_many_threads()
    {
        var program = DmnFiles.Program(Path.Combine(DmnFiles.Samples, "xep-loai.dmn"));
        var grades = new string?[1_000];
        Parallel.For(0, grades.Length, at => grades[at] = program.Decide("Xếp loại", ("Tổng điểm", (FeelNumber)(at % 101)), ("Có vi phạm", false)).Value as string);

        Assert.Equal(Enumerable.Range(0, grades.Length).Select(at => (at % 101) switch { >= 90 => "A", >= 80 => "B", >= 70 => "C", _ => "D" }), grades);
    }

    [Fact]
    public void A_warning_names_the_cell_it_comes_from()
    {
        var program = DmnFiles.Of("""
            <decision id="d" name="d"><variable name="d"/><decisionTable><input><inputExpression><text>1</text></inputExpression></input><output/>
            <rule><inputEntry><text>2</text></inputEntry><outputEntry><text>0</text></outputEntry></rule>
            <rule><inputEntry><text>1</text></inputEntry><outputEntry><text>5 / 0</text></outputEntry></rule>
            </decisionTable></decision>
            """);

        Assert.Equal("test.dmn:3 d / luật 2 / kết quả 1", Assert.Single(program.Decide("d").Warnings).Where);
    }

    [Fact]
    public void The_file_of_a_rule_that_does_not_fit_its_table_is_told_with_the_rule()
    {
        var reading = DmnReader.Read(new StringReader(DmnFiles.Definitions("<decision id=\"d\" name=\"d\"><decisionTable><input><inputExpression><text>1</text></inputExpression></input><output/><rule><outputEntry><text>1</text></outputEntry></rule></decisionTable></decision>")), "test.dmn");

        Assert.Contains("luật 1", Assert.Single(reading.Findings).Where, StringComparison.Ordinal);
        Assert.Null(DmnProgram.Of(reading.Value!).Decide("d").Value);
    }
}
