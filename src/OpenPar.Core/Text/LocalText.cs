namespace OpenPar.Core.Text;

/// <summary>One sentence in the two languages of the system. Vietnamese is the original; English is its translation.</summary>
/// <param name="Vi">Vietnamese, in composed Unicode (NFC).</param>
/// <param name="En">English.</param>
public sealed record LocalText(string Vi, string En)
{
    /// <summary>The text in the wished language; anything that is not English is Vietnamese.</summary>
    public string In(string language) =>
        language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? En : Vi;

    /// <summary>The Vietnamese text.</summary>
    public override string ToString() => Vi;
}
