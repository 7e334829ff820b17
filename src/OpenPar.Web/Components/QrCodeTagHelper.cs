using System.Collections;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Razor.TagHelpers;
using QRCoder;

namespace OpenPar.Web.Components;

/// <summary>
/// A QR picture of a text, drawn into the page: nothing leaves the server, and the policy of the page allows it.
/// Black on white in every theme, because cameras expect it.
/// </summary>
[HtmlTargetElement("op-qr", TagStructure = TagStructure.WithoutEndTag)]
public sealed class QrCodeTagHelper : TagHelper
{
    private const int PixelsPerModule = 4;

    /// <summary>What the picture says.</summary>
    public string Text { get; set; } = "";

    /// <summary>What it is, for those who do not see it.</summary>
    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(Text, QRCodeGenerator.ECCLevel.M);
        var size = code.ModuleMatrix.Count;
        var pixels = (size * PixelsPerModule).ToString(CultureInfo.InvariantCulture);
        output.TagName = "svg";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("role", "img");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("viewBox", string.Create(CultureInfo.InvariantCulture, $"0 0 {size} {size}"));
        output.Attributes.SetAttribute("width", pixels);
        output.Attributes.SetAttribute("height", pixels);
        output.Attributes.SetAttribute("shape-rendering", "crispEdges");
        output.Content.SetHtmlContent($"<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path fill=\"#000\" d=\"{PathOf(code.ModuleMatrix)}\"/>");
    }

    // One rectangle a run of dark modules in a row.
    private static StringBuilder PathOf(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                if (!rows[y][x]) continue;
                var from = x;
                while (x < rows[y].Count && rows[y][x]) x++;
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }

        return path;
    }
}
