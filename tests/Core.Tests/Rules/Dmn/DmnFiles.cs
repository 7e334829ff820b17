using OpenPar.Core.Rules.Dmn;
using OpenPar.Core.Rules.Dmn.Tck;
using OpenPar.Core.Rules.Feel;

namespace OpenPar.Core.Tests.Rules.Dmn;

/// <summary>Models and test files on disk, and models written in tests.</summary>
internal static class DmnFiles
{
    public static FeelDateTime Now { get; } = FeelDateTime.Parse("2026-11-21T08:00:00+07:00")!.Value;

    public static string Samples { get; } = Path.Combine(AppContext.BaseDirectory, "Rules", "Dmn", "Samples");

    /// <summary>The model of a file, which must be readable.</summary>
    public static DmnModel Model(string path)
    {
        using var text = new StreamReader(path);
        var reading = DmnReader.Read(text, path);
        return reading.Value ?? throw new InvalidDataException(string.Join('\n', reading.Findings.Select(f => $"{f.Where}: {f.Message.Vi}")));
    }

    /// <summary>The model of a file with its imports from the same folder.</summary>
    public static DmnProgram Program(string path) => DmnProgram.Of(Model(path), (model, import) => Directory
        .EnumerateFiles(Path.GetDirectoryName(model.File)!, "*.dmn").Select(Model).FirstOrDefault(other => other.Namespace == import.Namespace));

    public static TckOutcome Run(string testFile)
    {
        using var text = new StreamReader(testFile);
        var suite = TckReader.Read(text, testFile).Value ?? throw new InvalidDataException(testFile);
        return TckRunner.Run(Path.GetFileNameWithoutExtension(testFile), suite, Program(Path.Combine(Path.GetDirectoryName(testFile)!, suite.ModelName)), Now);
    }

    /// <summary>A model of one text, which must be readable.</summary>
    public static DmnProgram Of(string elements, string version = "https://www.omg.org/spec/DMN/20230324/MODEL/")
    {
        var reading = DmnReader.Read(new StringReader(Definitions(elements, version)), "test.dmn");
        return DmnProgram.Of(reading.Value ?? throw new InvalidDataException(string.Join('\n', reading.Findings.Select(f => $"{f.Where}: {f.Message.Vi}"))));
    }

    public static string Definitions(string elements, string version = "https://www.omg.org/spec/DMN/20230324/MODEL/") =>
        $"<definitions xmlns=\"{version}\" name=\"test\" namespace=\"urn:test\">{elements}</definitions>";

    public static DmnAnswer Decide(this DmnProgram program, string decision, params (string Name, object? Value)[] inputs) =>
        program.Begin(inputs.Select(input => new DmnInput(input.Name, input.Value)), new FeelRun(Now)).Decide(decision);

    /// <summary>A decision "d" of a literal expression.</summary>
    public static string Literal(string expression, string requirements = "", string type = "") =>
        $"<decision id=\"d\" name=\"d\"><variable name=\"d\"{(type.Length == 0 ? "" : $" typeRef=\"{type}\"")}/>{requirements}<literalExpression><text>{System.Security.SecurityElement.Escape(expression)}</text></literalExpression></decision>";
}
