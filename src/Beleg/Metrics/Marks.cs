namespace Beleg.Metrics;

/// <summary>What a person has to mark before a metric means anything.</summary>
internal static class Marks
{
    private static readonly Words upsell = new(
        "No flow is marked as upsell; mark some with the setting upsell_flows (beleg workspace set WORKSPACE upsell_flows ID,ID).",
        "Kein Flow ist als Upsell markiert; das geht mit der Einstellung upsell_flows (beleg workspace set WORKSPACE upsell_flows ID,ID).");

    /// <summary>What is to be marked for a metric to have a value; null where nothing is.</summary>
    public static Words? Wanting(Metric? metric, MetricSettings settings) =>
        metric?.Formula is { } formula && formula.Numerator.Where.Contains("{upsell}") && !settings.Upsell.Any() ? upsell : null;
}
