using Beleg.App.Dashboard.Language;
using Beleg.Reports.Growth;

namespace Beleg.App.Dashboard;

/// <summary>What tiers and the parts of their reports are called on pages.</summary>
internal static class InsightNames
{
    public static Phrase Of(RetainerTier tier) => tier switch
    {
        RetainerTier.Essential => Texts.TierEssential,
        RetainerTier.Growth => Texts.TierGrowth,
        _ => Texts.TierStrategic,
    };

    public static Phrase Of(ReportSection section) => section switch
    {
        ReportSection.Proof => Texts.SectionProof,
        ReportSection.Quality => Texts.Quality,
        ReportSection.Cases => Texts.Cases,
        ReportSection.Findings => Texts.Findings,
        ReportSection.Experiments => Texts.SectionExperiments,
        ReportSection.QuarterlyReview => Texts.SectionQuarter,
        ReportSection.Sensitivity => Texts.Sensitivity,
        ReportSection.Forecast => Texts.SectionForecast,
        ReportSection.Growth => Texts.Growth,
        _ => Texts.SectionYear,
    };
}
