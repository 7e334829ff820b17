using System.Text;
using OpenPar.Core.Findings;
using OpenPar.Documents.Reading.Tables;

namespace OpenPar.Documents.Tests.Reading.Documents;

/// <summary>Text of fonts from before Unicode, recognised by its letters.</summary>
public class OldFontTests
{
    private const string Tcvn3 = "KÕ ho¹ch c¶i c¸ch hµnh chÝnh cña tØnh\n1.1.\tThùc hiÖn kÕ ho¹ch\tSë Néi vô\n1.2.\tC¸c c¬ quan ®­îc giao\tSë T­ ph¸p\n";
    private const string Vni = "Keá hoaïch caûi caùch haønh chính cuûa tænh\n1.1.\tThöïc hieän keá hoaïch\tSôû Noäi vuï\n1.2.\tCaùc cô quan ñöôïc giao\tSôû Tö phaùp\n";

    public static TheoryData<byte[]> Files() => new()
    {
        Encoding.UTF8.GetBytes(Tcvn3), Encoding.UTF8.GetBytes(Vni), Encoding.Latin1.GetBytes(Tcvn3), Encoding.Latin1.GetBytes(Vni),
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Letters_of_old_fonts_are_converted_and_every_place_marked(byte[] bytes)
    {
        var document = await SourceDocuments.ReadAsync(bytes);
        Assert.Equal(["Kế hoạch cải cách hành chính của tỉnh"], document.Texts());
        Assert.Equal(["1.1. | Thực hiện kế hoạch | Sở Nội vụ", "1.2. | Các cơ quan được giao | Sở Tư pháp"], document.OneTable().AllRows());
        Assert.All(document.OneTable().Cells.Where(cell => cell.Column > 0), cell => Assert.Equal(CellMarkKind.Corrected, Assert.Single(cell.Marks).Kind));
        Assert.Single(document.Findings, finding => finding.Severity == Severity.Warning);
    }

    [Theory]
    [InlineData("Kế hoạch cải cách hành chính của tỉnh được các cơ quan thực hiện")]
    [InlineData("Le rapport annuel a été préparé par les délégués à côté de la mairie, où l'évêque était présenté")]
    [InlineData("Đơn vị ® © § 50 µm ± 2")]
    public async Task Other_text_is_left_as_it_is(string text)
    {
        var document = await SourceDocuments.ReadAsync(text);
        Assert.Equal([text], document.Texts());
        Assert.Empty(document.Findings);
    }
}
