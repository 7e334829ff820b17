using OpenPar.Core.Text;

namespace OpenPar.Core.Findings;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing has to be done.</summary>
    Info,

    /// <summary>Probably wrong; a person should look.</summary>
    Warning,

    /// <summary>Wrong; the file or framework is not used until it is mended.</summary>
    Error,
}

/// <summary>One thing that is wrong or doubtful in a file or framework: where, what, and what to do about it.</summary>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Where">File, sheet or page, row, cell or criterion, as a person would look it up.</param>
/// <param name="Message">What was found.</param>
/// <param name="Remedy">What to do about it.</param>
public sealed record Finding(Severity Severity, string Where, LocalText Message, LocalText Remedy)
{
    /// <summary>Why it is a fault, with the words or figures that show it; null where the message says enough.</summary>
    public LocalText? Why { get; init; }

    /// <summary>A finding that blocks use.</summary>
    public static Finding Error(string where, LocalText message, LocalText remedy) => new(Severity.Error, where, message, remedy);

    /// <summary>A finding that asks a person to look.</summary>
    public static Finding Warning(string where, LocalText message, LocalText remedy) => new(Severity.Warning, where, message, remedy);

    /// <summary>A finding that only informs.</summary>
    public static Finding Info(string where, LocalText message, LocalText remedy) => new(Severity.Info, where, message, remedy);
}
