using OpenPar.Core.Text;

namespace OpenPar.Core.Tests.Text;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Order_blanks_zeros_and_the_form_of_letters_make_no_difference() => Assert.Equal(
        CanonicalJson.Of("""{"b": 1.50, "a": [null, true, "Tiê\u0301n"], "c": {"y": 0.00, "x": "1\r\n2"}}"""),
        CanonicalJson.Of("""{"c":{"x":"1\n2","y":0},"a":[null,true,"Tiến"],"b":1.5}"""));

    [Fact]
    public void The_text_is_the_same_when_it_is_written_again()
    {
        var once = CanonicalJson.Of("""{"điểm": 12345678.900, "ô": {}, "d": []}""");
        Assert.Equal("""{"d":[],"ô":{},"điểm":12345678.9}""", once);
        Assert.Equal(once, CanonicalJson.Of(once));
    }
}
