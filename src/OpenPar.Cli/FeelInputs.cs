using System.Text.Json;
using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Feel;
using OpenPar.Core.Text;

namespace OpenPar.Cli;

/// <summary>Values by name from a JSON file, as commands that run rules take them.</summary>
internal static class FeelInputs
{
    /// <summary>The JSON object of a file, or of standard input when the file is "-"; empty without a file; null, with findings, when it cannot be used.</summary>
    public static FeelContext? Read(string? file, List<Finding> findings)
    {
        if (file is null) return FeelContext.Empty;
        try
        {
            using var stream = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { MaxDepth = FeelJson.Deepest });
            if (FeelJson.Read(document.RootElement) is FeelContext context) return context;
            findings.Add(NotUsable(file, "không phải là một đối tượng JSON", "it is not a JSON object"));
        }
        catch (JsonException e)
        {
            findings.Add(NotUsable(file, $"JSON sai ở dòng {e.LineNumber + 1}", $"the JSON is wrong at line {e.LineNumber + 1}"));
        }
        catch (FeelLimitException limit)
        {
            findings.Add(NotUsable(file, limit.Why.Vi, limit.Why.En));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            findings.Add(PackArgument.CannotOpen(file));
        }

        return null;
    }

    private static Finding NotUsable(string file, string vi, string en) => Finding.Error(file,
        new LocalText($"Tệp dữ liệu vào không dùng được: {vi.TrimEnd('.')}.", $"The inputs cannot be used: {en.TrimEnd('.')}."),
        new LocalText("Viết một đối tượng JSON: {\"tên dữ liệu vào\": giá trị}.", "Write a JSON object: {\"name of the input\": value}."));
}
