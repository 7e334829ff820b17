using OpenPar.Core.Text;

namespace OpenPar.Core.Rules;

/// <summary>A number inside a sentence: Vietnamese writing, up to six decimals, formed when the sentence is read.</summary>
/// <param name="Value">The number, unrounded.</param>
public readonly record struct NumberWords(decimal Value)
{
    /// <summary>The number in words.</summary>
    public override string ToString() => NumberText.Write(Value, 6);

    /// <summary>The number in words.</summary>
    public static implicit operator string(NumberWords number) => number.ToString();
}
