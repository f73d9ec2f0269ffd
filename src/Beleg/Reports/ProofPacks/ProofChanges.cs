using Beleg.Metrics;

namespace Beleg.Reports.ProofPacks;

/// <summary>The changes against the month before that are worth a line, as points that say both numbers: what is, and what was.</summary>
internal static class ProofChanges
{
    /// <summary>Below it a change of an amount, a count or a time is not worth a line.</summary>
    private const decimal LeastChange = .05m;

    /// <summary>The same for a share: one percentage point.</summary>
    private const decimal LeastPoints = .01m;

    /// <summary>Those to the good, or those to the bad; the largest first.</summary>
    public static IEnumerable<ProofPoint> Of(ProofSnapshot proof, bool better) =>
        from figure in proof.Figures
        where figure.Good != GoodDirection.Neutral && figure.Segment is not "with_chat=false" && figure.Group != ProofLayout.Unseen && IsMaterial(figure)
            && (figure.Change > 0 == (figure.Good == GoodDirection.Up)) == better
        orderby Math.Abs(figure.ChangeShare ?? 1) descending
        select new ProofPoint(figure.Change > 0 ? "rose" : "fell", figure.Metric, ReportLanguage.Say(l => Moved(figure, proof, l)));

    /// <summary>Larger than rounding, and not what chance alone might do.</summary>
    public static bool IsMaterial(ProofFigure figure)
    {
        if (figure is not { Value: not null, Previous: { } previous, Change: { } change, LowSample: false } || change == 0)
            return false;
        if (figure.Interval is { } interval && previous >= interval.Low && previous <= interval.High)
            return false;
        return figure.Unit switch
        {
            MetricUnit.Share => Math.Abs(change) >= LeastPoints,
            MetricUnit.Score => Math.Abs(change) >= 1,
            _ => figure.ChangeShare is not { } share || Math.Abs(share) >= LeastChange,
        };
    }

    private static string Moved(ProofFigure figure, ProofSnapshot proof, ReportLanguage l)
    {
        var (was, now) = (ProofFormat.Value(figure, figure.Previous, l, proof), ProofFormat.Value(figure, figure.Value, l, proof));
        return l.Pick($"{figure.Name.En}: {now} (was {was}).", $"{figure.Name.De}: {now} (vorher {was}).");
    }
}
