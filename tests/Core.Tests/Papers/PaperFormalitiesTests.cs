using OpenPar.Core.Papers;

namespace OpenPar.Core.Tests.Papers;

public class PaperFormalitiesTests
{
    private static readonly PaperSigner Deputy = new() { Authority = "tm. Ủy ban nhân dân", Position = " KT. Chủ tịch\nPhó Chủ tịch ", Name = " Người ký " };

    [Theory]
    [InlineData("12", "/QĐ-UBND", "Số: 12/QĐ-UBND")]
    [InlineData(" 12/KH-UBND ", "/QĐ-UBND", "Số: 12/KH-UBND")]
    [InlineData("12", "", "Số: 12")]
    [InlineData("", "/QĐ-UBND", "Số:\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0/QĐ-UBND")]
    public void A_number_is_put_before_the_symbol_of_the_paper(string typed, string symbol, string printed)
    {
        var paper = PaperSamples.Of(PaperKind.ResultsDecision);
        paper = paper with { Heading = paper.Heading with { Number = symbol } };
        Assert.Equal(printed, new PaperFormalities { Number = typed }.On(paper).Heading.NumberLine());
    }

    [Fact]
    public void A_signer_is_printed_in_capitals_and_takes_the_place_of_the_papers_own()
    {
        var signed = new PaperFormalities { Signer = Deputy }.On(PaperSamples.Of(PaperKind.ResultsDecision)).Signature!;
        Assert.Equal(("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "Người ký"), (signed.Authority, signed.Position, signed.Name));
        var unnamed = new PaperFormalities { Signer = new PaperSigner { Name = "Người ký" } }.On(PaperSamples.Of(PaperKind.ResultsDecision)).Signature!;
        Assert.Equal(("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Người ký"), (unnamed.Authority, unnamed.Position, unnamed.Name));
    }

    [Fact]
    public void Blank_formalities_leave_every_kind_as_it_is_and_no_paper_gets_a_signer_it_has_no_room_for()
    {
        foreach (var paper in PaperKinds.All.Select(PaperSamples.Of))
        {
            Assert.Equal(PaperState.Of(paper), PaperState.Of(new PaperFormalities { Place = " ", Number = "" }.On(paper)));
            var named = new PaperFormalities { Signer = Deputy }.On(paper).Signature?.Name;
            Assert.Equal(PaperFormalities.TakesSigner(paper) ? "Người ký" : null, named);
        }
    }
}
