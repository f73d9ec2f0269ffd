using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>How a proof's values are written: the one place, so that sentences and tables cannot differ.</summary>
internal static class ProofFormat
{
    /// <summary>A value in the unit of its figure; a dash where there is none.</summary>
    public static string Value(ProofFigure figure, decimal? value, ReportLanguage language, ProofSnapshot proof) => Value(figure.Unit, value, language, proof);

    /// <summary>A value in a unit; a dash where there is none.</summary>
    public static string Value(MetricUnit unit, decimal? value, ReportLanguage language, ProofSnapshot proof) => value is not { } known ? ReportLanguage.None : unit switch
    {
        MetricUnit.Share => language.Share(known, known is > 0 and < .01m ? 2 : 1),
        MetricUnit.Count => language.Count(known),
        MetricUnit.Money => language.Money(known, proof.Money),
        MetricUnit.DurationMs => Roughly(known, language, "\u00a0"),
        MetricUnit.Percent => language.Percent(known, 0),
        MetricUnit.Months => language.Number(known, 1) + "\u00a0" + language.Pick("mo", "Mon."),
        MetricUnit.Ratio => language.Number(known, 2),
        _ => language.Number(known, 0),
    };

    /// <summary>The way from the month before: percentage points for shares, points for scores, time for times, else per cent; null where there is none.</summary>
    public static string? Change(ProofFigure figure, ReportLanguage language) => figure switch
    {
        { Change: null or 0 } => null,
        // Less than is ever written of a time is no change.
        { Unit: MetricUnit.DurationMs, Change: > -50 and < 50 } => null,
        { Unit: MetricUnit.Share, Change: { } points } => Signed(points, language.Number(Math.Abs(points) * 100, Math.Abs(points) < .0005m ? 2 : 1) + language.Pick("pp", "PP")),
        { Unit: MetricUnit.Percent, Change: { } points } => Signed(points, language.Number(Math.Abs(points), 0) + language.Pick("pp", "PP")),
        { Unit: MetricUnit.DurationMs, Change: { } gained } => Signed(gained, Roughly(Math.Abs(gained), language, "")),
        { Unit: MetricUnit.Score or MetricUnit.Months, Change: { } points } => Signed(points, language.Number(Math.Abs(points), 1)),
        { ChangeShare: { } share } => Signed(share, language.Percent(Math.Abs(share) * 100, Math.Abs(share) < .1m ? 1 : 0)),
        _ => null,
    };

    /// <summary>A name from the data in a sentence: nobody chose how long it may be.</summary>
    public static string Brief(string name)
    {
        const int most = 24;
        // Between isolates a name from right to left leaves the order of the words around it alone.
        return "\u2068" + Short(name.Replace(' ', '\u00a0'), most) + "\u2069";
    }

    /// <summary>At most so many letters of a text, as people count them.</summary>
    public static string Short(string text, int most)
    {
        var letters = new System.Globalization.StringInfo(text.Trim());
        return letters.LengthInTextElements <= most ? letters.String : letters.SubstringByTextElements(0, most - 1).TrimEnd() + "…";
    }

    /// <summary>Whether a change is to the good; null where neither way is.</summary>
    public static bool? IsBetter(ProofFigure figure) => figure.Good == GoodDirection.Neutral || figure.Change is null or 0 ? null : figure.Change > 0 == (figure.Good == GoodDirection.Up);

    /// <summary>A change in two parts, the number and its unit: they stand a little apart, and are read as one.</summary>
    public static (string Number, string Unit) Parts(string change)
    {
        var end = change.AsSpan().LastIndexOfAnyInRange('0', '9') + 1;
        return (change[..end], change[end..].Trim());
    }

    // One number of the largest unit: nobody steers a month by the seconds of its minutes.
    private static string Roughly(decimal milliseconds, ReportLanguage language, string gap) => Math.Abs(milliseconds) switch
    {
        < 9_950 => language.Number(milliseconds / 1000, 1) + gap + "s",
        < 59_500 => language.Number(milliseconds / 1000, 0) + gap + "s",
        < 3_597_000 => language.Number(milliseconds / 60_000, 1) + gap + "min",
        < 86_220_000 => language.Number(milliseconds / 3_600_000, 1) + gap + "h",
        _ => language.Number(milliseconds / 86_400_000, 1) + gap + language.Pick("d", "T"),
    };

    private static string Signed(decimal change, string size) => (change > 0 ? "+" : "−") + size;
}
