using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpenPar.Documents.Packs;

/// <summary>
/// Reads YAML into nodes that know their line. What packs do not need is refused: anchors and aliases (with which a
/// small file can stand for a huge one), tags, several documents, nesting deeper than 64, files over 5 MB.
/// </summary>
internal sealed class YamlReader
{
    /// <summary>Largest pack file in bytes.</summary>
    public const int LargestFile = 5 * 1024 * 1024;

    private const int Deepest = 64;

    private readonly PackFindings findings;
    private readonly Parser parser;

    private YamlReader(string text, PackFindings findings)
    {
        this.findings = findings;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The mapping at the root of the file; null when there is none, with findings that say why.</summary>
    public static YamlMap? Read(Stream stream, PackFindings findings)
    {
        if (Decode(stream, findings) is not { } text) return null;
        var reader = new YamlReader(text, findings);
        try
        {
            return reader.Document();
        }
        catch (YamlException e)
        {
            Broken((int)e.Start.Line, e.Message, findings);
        }
        catch (InvalidOperationException)
        {
            // The scanner gives up in this way on some unfinished flow lists instead of naming the place.
            Broken((int)(reader.parser.Current?.End.Line ?? 1), "cấu trúc chưa đóng / unfinished structure", findings);
        }

        return null;
    }

    private static void Broken(int line, string message, PackFindings findings) =>
        findings.Error(line, $"Sai cú pháp YAML: {message}", $"YAML syntax error: {message}",
            "Sửa từ dòng này; kiểm tra thụt lề, dấu hai chấm, ngoặc và dấu nháy.", "Mend from this line on; check indentation, colons, brackets and quotes.");

    private static string? Decode(Stream stream, PackFindings findings)
    {
        var (text, refusal) = BoundedText.Read(stream, LargestFile);
        if (refusal == BoundedText.Refusal.TooLarge)
            findings.ErrorOfFile("Tệp lớn hơn 5 MB.", "The file is larger than 5 MB.", "Tách gói nội dung hoặc kiểm tra đã chọn đúng tệp.", "Split the pack, or check that this is the right file.");
        if (refusal == BoundedText.Refusal.NotUtf8)
            findings.ErrorOfFile("Tệp không phải văn bản UTF-8.", "The file is not UTF-8 text.", "Lưu lại tệp với bảng mã UTF-8.", "Save the file as UTF-8.");
        return refusal == BoundedText.Refusal.None ? text.Normalize(NormalizationForm.FormC) : null;
    }

    private YamlMap? Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            findings.ErrorOfFile("Tệp trống.", "The file is empty.", "Chọn tệp có nội dung.", "Choose a file with content.");
            return null;
        }

        var root = Value(0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
            findings.Error((int)parser.Current!.Start.Line, "Tệp có nhiều tài liệu YAML.", "The file holds several YAML documents.", "Chỉ để một tài liệu trong một tệp.", "Keep one document in one file.");
        if (root is YamlMap map) return map;
        if (root is not null)
            findings.Error(root.Line, "Nội dung không phải là danh sách khóa: giá trị.", "The content is not a mapping of keys to values.", "Xem mẫu trong packs/README.md.", "See the example in packs/README.md.");
        return null;
    }

    private YamlValue? Value(int depth)
    {
        var current = parser.Current!;
        var line = (int)current.Start.Line;
        if (depth > Deepest) throw new YamlException(current.Start, current.End, "lồng quá 64 cấp / nested deeper than 64");
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw new YamlException(current.Start, current.End, "không dùng neo và tham chiếu (&, *) / anchors and aliases are not used");
        if (current is NodeEvent { Tag.IsEmpty: false })
            throw new YamlException(current.Start, current.End, "không dùng thẻ kiểu (!) / tags are not used");
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlText(line, scalar.Value, scalar.Style == ScalarStyle.Plain);
        return parser.Accept<SequenceStart>(out _) ? List(line, depth) : Map(line, depth);
    }

    private YamlList List(int line, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new List<YamlValue>();
        while (!parser.TryConsume<SequenceEnd>(out _)) items.Add(Value(depth + 1)!);
        return new YamlList(line, items);
    }

    private YamlMap Map(int line, int depth)
    {
        parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Value(depth + 1);
            var value = Value(depth + 1)!;
            if (key is not YamlText name)
                findings.Error(key!.Line, "Khóa phải là chữ.", "A key must be text.", "Viết khóa là một từ, ví dụ title.", "Write the key as one word, such as title.");
            else if (!seen.Add(name.Text))
                findings.Error(name.Line, $"Khóa “{name.Text}” viết hai lần.", $"The key “{name.Text}” stands twice.", "Bỏ một trong hai.", "Remove one of them.");
            else
                entries.Add(new YamlEntry(name.Line, name.Text, value));
        }

        return new YamlMap(line, entries);
    }
}
