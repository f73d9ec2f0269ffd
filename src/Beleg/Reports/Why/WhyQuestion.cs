using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Statistics;

namespace Beleg.Reports.Why;

/// <summary>A figure in two periods, and whether there is enough of it to say why it changed. Pure.</summary>
/// <param name="Now">The period's result.</param>
/// <param name="Then">That of the period compared with.</param>
/// <param name="Cautious">Whether what rests on assumptions is taken at its low end.</param>
internal sealed record WhyQuestion(MetricResult Now, MetricResult Then, bool Cautious)
{
    /// <summary>The value of the period.</summary>
    public decimal? After => Cautious ? Now.Total.Cautious : Now.Total.Value;

    /// <summary>The value before.</summary>
    public decimal? Before => Cautious ? Then.Total.Cautious : Then.Total.Value;

    /// <summary>The smaller number of cases; null where the figure has none to count (money of a period).</summary>
    public decimal? Cases => Now.Metric.Unit == MetricUnit.Count ? Least(After, Before)
        : Now.Metric.Formula is { Denominator: not null } ? Least(Now.Total.Denominator, Then.Total.Denominator) : null;

    /// <summary>Why nothing is said; null where something is.</summary>
    public WhyRefusal? Refusal => After is null || Before is null || Cases == 0 ? WhyRefusal.NothingBefore : Cases < Now.Metric.MinSample ? WhyRefusal.FewCases : null;

    /// <summary>Whether the value before lies inside the interval of the value now.</summary>
    public bool MayBeChance => Now.Total.Interval is { } interval && Before >= interval.Low && Before <= interval.High;

    /// <summary>The note of one dimension.</summary>
    public WhyNote Note(string dimension, IReadOnlyList<DriverGroup> groups, Currency currency, WhySubject? subject = null)
    {
        var note = new WhyNote
        {
            Subject = subject,
            Metric = Now.Metric,
            Dimension = dimension,
            // A sum that was nothing and is nothing has no groups, and nothing to divide by.
            Drivers = groups.Count == 0 || groups[0].Before.Count == 1 ? Drivers.OfCount(groups) : Drivers.OfRatio(groups),
            MayBeChance = MayBeChance,
            Text = new Words("", ""),
        };
        return note with { Text = WhySentence.Draft(note, currency) };
    }

    /// <summary>The note of which one group tells most of the change; one that has a single group tells nothing.</summary>
    public static WhyNote? Leading(IReadOnlyList<WhyNote> notes) => notes
        .Where(note => note.Drivers!.ByGroup.Count > 1).OrderByDescending(Strength).Concat(notes).FirstOrDefault();

    // What stands between groups names nobody: a dimension that it leads is the last to be cited.
    private static decimal Strength(WhyNote note) => note.Drivers!.ByGroup[0] is { Group: not WhySplits.Overlap } first ? first.Amount * Math.Sign(note.Drivers.Change) : decimal.MinValue;

    private static decimal? Least(decimal? one, decimal? other) => one is { } a && other is { } b ? Math.Min(a, b) : null;
}
