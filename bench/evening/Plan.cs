using System.Globalization;

namespace OpenPar.Bench.Evening;

/// <summary>How large the evening is. The whole hour's work is done in <see cref="Minutes"/>.</summary>
internal sealed record Plan
{
    public int Units { get; private init; } = 200;

    /// <summary>Focal officers of a unit; they share its rows.</summary>
    public int Officers { get; private init; } = 5;

    public int Appraisers { get; private init; } = 10;

    /// <summary>Autosaves of a row before it is handed in, which saves once more.</summary>
    public int Saves { get; private init; } = 3;

    public int Files { get; private init; } = 20_000;

    public int FileBytes { get; private init; } = 200 * 1024;

    public double Minutes { get; private init; } = 10;

    /// <summary>Times the server and PostgreSQL, in turn, are ended with kill -9.</summary>
    public int Kills { get; private init; }

    /// <summary>Requests of each kind to take the processor time of, one after the other, instead of the evening; 0 for the evening.</summary>
    public int Costs { get; private init; }

    public int Port { get; private init; } = 5087;

    public string Data { get; private init; } = "out/bench/evening";

    public static int Groups => 3;

    public TimeSpan Length => TimeSpan.FromMinutes(Minutes);

    public int Rows => Units * Province.Leaves;

    /// <summary>Whether somebody waits and tries again, as the page does, or an interruption is an error.</summary>
    public bool Patient => Kills > 0;

    public string Base => string.Create(CultureInfo.InvariantCulture, $"http://localhost:{Port}");

    /// <summary>Reads <c>--units 10 --minutes 0.5</c>.</summary>
    public static Plan Read(string[] arguments)
    {
        var plan = new Plan();
        for (var i = 0; i + 1 < arguments.Length; i += 2)
        {
            var value = arguments[i + 1];
            plan = arguments[i] switch
            {
                "--units" => plan with { Units = Whole(value) },
                "--officers" => plan with { Officers = Whole(value) },
                "--appraisers" => plan with { Appraisers = Whole(value) },
                "--saves" => plan with { Saves = Whole(value) },
                "--files" => plan with { Files = Whole(value) },
                "--bytes" => plan with { FileBytes = Whole(value) },
                "--minutes" => plan with { Minutes = double.Parse(value, CultureInfo.InvariantCulture) },
                "--kills" => plan with { Kills = Whole(value) },
                "--costs" => plan with { Costs = Whole(value) },
                "--port" => plan with { Port = Whole(value) },
                "--data" => plan with { Data = value },
                var other => throw new ArgumentException($"Unknown option {other}."),
            };
        }

        return plan;
    }

    private static int Whole(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
