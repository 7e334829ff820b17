using System.Xml;
using System.Xml.Linq;
using OpenPar.Core.Findings;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn.Reading;

/// <summary>Reads XML of unknown origin: no document type, no outside entities, bounded in length and depth.</summary>
internal static class BoundedXml
{
    /// <summary>Longest document, in characters.</summary>
    public const int LongestDocument = 32 * 1024 * 1024;

    /// <summary>How deep elements may nest. Real models stay below 40.</summary>
    public const int DeepestElement = 200;

    /// <summary>The document with line numbers, or null after one finding.</summary>
    public static XDocument? Read(TextReader text, string file, List<Finding> findings)
    {
        try
        {
            var content = Content(text);
            if (content is null)
            {
                findings.Add(TooBig(file));
                return null;
            }

            using (var guard = XmlReader.Create(new StringReader(content), Settings()))
            {
                while (guard.Read())
                    if (guard.Depth > DeepestElement)
                    {
                        findings.Add(TooDeep($"{file}:{((IXmlLineInfo)guard).LineNumber}"));
                        return null;
                    }
            }

            using var reader = XmlReader.Create(new StringReader(content), Settings());
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            findings.Add(e.LineNumber == 0 ? Forbidden(file) : Malformed(file, e));
            return null;
        }
    }

    // A byte order mark and the white space that some exporters put before the declaration are not worth a refusal.
    private static string? Content(TextReader text)
    {
        var buffer = new char[81_920];
        var content = new System.Text.StringBuilder();
        int read;
        while ((read = text.Read(buffer, 0, buffer.Length)) > 0)
        {
            if (content.Length + read > LongestDocument) return null;
            content.Append(buffer, 0, read);
        }

        return content.ToString().TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = LongestDocument,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static Finding Malformed(string file, XmlException e) => Finding.Error($"{file}:{e.LineNumber}",
        new LocalText($"Không phải là tệp XML đúng quy cách (dòng {e.LineNumber}, cột {e.LinePosition}).", $"This is not well-formed XML: {e.Message}"),
        new LocalText("Mở tệp bằng trình soạn mô hình DMN và lưu lại.", "Open the file in a DMN modeller and save it again."));

    // The reader names no line when it refuses a document type or what comes from one.
    private static Finding Forbidden(string file) => Finding.Error(file,
        new LocalText("Tệp khai báo DOCTYPE hoặc thực thể riêng; không nhận.", "The file declares a document type or entities of its own, which is refused."),
        new LocalText("Bỏ khai báo DOCTYPE khỏi tệp.", "Remove the DOCTYPE from the file."));

    private static Finding TooBig(string file) => Finding.Error(file,
        new LocalText("Tệp quá lớn (trên 32 triệu ký tự).", "The file is too large (over 32 million characters)."),
        new LocalText("Chia mô hình thành nhiều tệp.", "Split the model into several files."));

    private static Finding TooDeep(string where) => Finding.Error(where,
        new LocalText($"Các phần tử lồng nhau quá {DeepestElement} tầng.", $"Elements are nested deeper than {DeepestElement} levels."),
        new LocalText("Tách biểu thức thành nhiều quyết định.", "Split the logic into several decisions."));
}
