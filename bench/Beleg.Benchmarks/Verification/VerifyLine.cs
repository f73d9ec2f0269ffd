using System.Globalization;

namespace Beleg.Benchmarks.Verification;

/// <summary>One figure: what came out, and what must.</summary>
internal sealed record VerifyLine
{
    public VerifyLine(string data, string figure, decimal? ours, decimal? expected, string source)
    {
        (Data, Figure, Source, Agrees) = (data, figure, source, ours == expected && ours is not null);
        (Ours, Expected) = (Text(ours), Text(expected));
    }

    public string Data { get; }

    public string Figure { get; }

    public string Ours { get; }

    public string Expected { get; }

    public string Source { get; }

    public bool Agrees { get; }

    private static string Text(decimal? value) => value?.ToString("#,0.######", CultureInfo.InvariantCulture) ?? "–";
}
