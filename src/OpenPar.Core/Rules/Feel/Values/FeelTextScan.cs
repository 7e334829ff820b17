namespace OpenPar.Core.Rules.Feel;

/// <summary>Reads fixed pieces of a short text from left to right.</summary>
internal ref struct FeelTextScan(ReadOnlySpan<char> text)
{
    private ReadOnlySpan<char> rest = text;

    /// <summary>What has not been read.</summary>
    public readonly ReadOnlySpan<char> Rest => rest;

    /// <summary>True when everything has been read.</summary>
    public readonly bool AtEnd => rest.IsEmpty;

    /// <summary>Reads one given character.</summary>
    public bool Take(char wanted)
    {
        if (rest.IsEmpty || rest[0] != wanted) return false;
        rest = rest[1..];
        return true;
    }

    /// <summary>Reads a run of digits of the given length.</summary>
    public bool Digits(int least, int most, out long value) => Digits(least, most, out value, out _);

    /// <summary>Reads a run of digits of the given length and tells how long it was.</summary>
    public bool Digits(int least, int most, out long value, out int count)
    {
        (value, count) = (0, 0);
        while (count < rest.Length && count <= most && char.IsAsciiDigit(rest[count])) count++;
        if (count < least || count > most) return false;
        for (var i = 0; i < count; i++) value = (value * 10) + (rest[i] - '0');
        rest = rest[count..];
        return true;
    }
}
