using Beleg.App.Dashboard.Language;
using Beleg.Metrics;

namespace Beleg.App.Dashboard.Parts;

/// <summary>The pillars of value, in words.</summary>
internal static class Pillars
{
    public static Phrase Name(MetricPillar pillar) => pillar switch
    {
        MetricPillar.Savings => Texts.PillarSavings,
        MetricPillar.Revenue => Texts.PillarRevenue,
        MetricPillar.Experience => Texts.PillarExperience,
        _ => Texts.PillarRisk,
    };
}
