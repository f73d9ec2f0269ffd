using NodaTime;

namespace Beleg.Metrics;

/// <summary>A composition for whoever asks the facts without a request: the whole period, the workspace's model.</summary>
internal static class CompositionReader
{
    /// <summary>Reads the workspace's last event and puts a composition about it.</summary>
    public static Composition Read(FactReader facts, Period period, MetricSettings settings, EvidenceBasis basis) => new()
    {
        Period = period,
        Model = AttributionChoice.Find(settings.Model) ?? AttributionChoice.Default,
        Evidence = basis,
        CutOff = facts.CutOff ?? Instant.FromUnixTimeTicks(0),
        Settings = settings,
    };
}
