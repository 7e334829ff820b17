using System.Text;
using OpenPar.Core.Text;

namespace OpenPar.Core.Tests.Text;

public sealed class Base32Tests
{
    // RFC 4648, 10, without the filling.
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Bytes_are_written_as_the_standard_says(string text, string digits) =>
        Assert.Equal(digits, Base32.Write(Encoding.ASCII.GetBytes(text), Base32.Rfc4648, digits.Length));

    [Fact]
    public void More_digits_than_the_bytes_have_are_a_mistake_of_the_program() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Base32.Write([1, 2], Base32.Rfc4648, 5));
}
