using OpenPar.Core.Rules.Feel;

namespace OpenPar.Cli;

/// <summary>The clock that commands give to rules: the moment, in Vietnam's time zone.</summary>
internal static class FeelClock
{
    /// <summary>Now.</summary>
    public static FeelDateTime Now() =>
        FeelDateTime.Parse(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", System.Globalization.CultureInfo.InvariantCulture))!.Value;
}
