using OpenPar.Core.Findings;
using OpenPar.Core.Rules.Dmn.Model;
using OpenPar.Core.Rules.Feel;
using OpenPar.Core.Text;

namespace OpenPar.Core.Rules.Dmn.Running;

/// <summary>The finding for text that is not FEEL.</summary>
internal static class SyntaxFinding
{
    public static Finding Of(ExpressionText text, FeelError error)
    {
        var (line, column) = error.In(text.Text);
        return Finding.Error(text.Place.ToString(),
            new LocalText(
                $"{error.Message.Vi} (dòng {line}, cột {column} của biểu thức “{DmnMessages.Short(text.Text.Trim())}”)",
                $"{error.Message.En} (line {line}, column {column} of the expression “{DmnMessages.Short(text.Text.Trim())}”)"),
            new LocalText("Sửa biểu thức; quyết định dùng đến nó cho kết quả null cho tới khi sửa.", "Mend the expression; until then decisions that use it are null."));
    }
}
