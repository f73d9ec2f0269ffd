namespace Beleg.Reports.Growth;

/// <summary>Which reports belong to a tier. Each tier has all of the one below it.</summary>
public static class ReportScope
{
    private static readonly ReportSection[] Essential = [ReportSection.Proof, ReportSection.Quality, ReportSection.Cases];
    private static readonly ReportSection[] Growth = [.. Essential, ReportSection.Findings, ReportSection.Experiments, ReportSection.QuarterlyReview];
    private static readonly ReportSection[] Strategic = [.. Growth, ReportSection.Sensitivity, ReportSection.Forecast, ReportSection.Growth, ReportSection.YearlyReview];

    /// <summary>The sections of a tier, in the order in which they are read.</summary>
    public static IReadOnlyList<ReportSection> Of(RetainerTier tier) => tier switch
    {
        RetainerTier.Essential => Essential,
        RetainerTier.Growth => Growth,
        _ => Strategic,
    };
}
