using System.Globalization;
using Beleg.Attribution.DataDriven;

namespace Beleg.Metrics;

/// <summary>
/// What a data-driven model learned from the journeys of a period: a weight for each channel, and how an order is shared by them.
/// </summary>
/// <remarks>
/// An order is shared among the distinct channels of its touches in proportion to their weights, and a channel's part equally among its
/// own touches; whole minor units by the largest remainder. Where none of its channels has a weight, all weigh the same.
/// </remarks>
public sealed record LearnedWeights
{
    /// <summary>Fewer orders with a touch than this say more about chance than about channels: the model then gives nothing, and says so.</summary>
    public const long LeastOrders = 100;

    /// <summary>How many of the last channels the Markov chain remembers.</summary>
    public const int Order = 1;

    /// <summary>What orders of channels are drawn from above <see cref="Shapley.ExactChannels"/> channels.</summary>
    public const ulong Seed = 1;

    // 40 bits: a share finer than this is not known, and a product with any amount of money stays within 128 bits.
    internal const double Scale = 1L << 40;

    /// <summary>The models that learn.</summary>
    public static IReadOnlyList<string> Models { get; } = ["markov", "shapley"];

    /// <summary>markov or shapley.</summary>
    public required string Model { get; init; }

    /// <summary>The days whose journeys it learned from.</summary>
    public required Period Period { get; init; }

    /// <summary>Journeys that ended in an order.</summary>
    public required long Converting { get; init; }

    /// <summary>Contacts whose touches led to no order.</summary>
    public required long Nulls { get; init; }

    /// <summary>Each channel with its weight, a whole number above 0, and its share of all; web visits as <c>visit:</c> and their channel.</summary>
    public required IReadOnlyList<(string Channel, long Weight, double Share)> Channels { get; init; }

    /// <summary>Why it gives nothing; null where it does.</summary>
    public Words? Refusal => Converting >= LeastOrders ? null : new Words(
        string.Create(CultureInfo.InvariantCulture, $"{Name} needs at least {LeastOrders} orders with a touch to learn from; from {Days.En} there are {Converting}. Ask for a longer period, or for a model that follows a rule."),
        string.Create(CultureInfo.InvariantCulture, $"{Name} braucht mindestens {LeastOrders} Bestellungen mit Berührung, um zu lernen; vom {Days.De} gab es {Converting}. Ein längerer Zeitraum hilft, oder ein Modell, das einer Regel folgt."));

    /// <summary>In one sentence: of which period, how it learned, from how many journeys.</summary>
    public Words Say => new(
        string.Create(CultureInfo.InvariantCulture, $"Data-driven weights from {Days.En}: {How.En}; {Converting} journeys with an order, {Nulls} without."),
        string.Create(CultureInfo.InvariantCulture, $"Aus Daten gelernte Gewichte vom {Days.De}: {How.De}; {Converting} Wege mit Bestellung, {Nulls} ohne."));

    private Words How => Model == "markov"
        ? new($"Markov chain of order {Order}, with null paths", $"Markow-Kette der Ordnung {Order}, mit Leerwegen")
        : new(
            $"Shapley values of conversion rates, with null paths, {(IsSampled ? $"{Shapley.DefaultOrders} sampled orders, seed {Seed}" : "exact")}",
            $"Shapley-Werte der Konversionsraten, mit Leerwegen, {(IsSampled ? $"{Shapley.DefaultOrders} gezogene Reihenfolgen, Startwert {Seed}" : "exakt")}");

    // First and last day, as people count them.
    private Words Days => new(
        string.Create(CultureInfo.InvariantCulture, $"{Period.From:d MMM uuuu} to {Period.To.PlusDays(-1):d MMM uuuu}"),
        string.Create(CultureInfo.InvariantCulture, $"{Period.From:d.M.uuuu} bis {Period.To.PlusDays(-1):d.M.uuuu}"));

    private bool IsSampled => Channels.Count > Shapley.ExactChannels;

    private string Name => Model == "markov" ? "Markov" : "Shapley";

    /// <summary>Learns from a table of journeys. Pure.</summary>
    public static LearnedWeights Of(string model, Period period, JourneyTable journeys) =>
        Of(model, period, journeys, journeys.Channels.Count == 0 ? [] : model == "markov" ? Markov.Attribute(journeys, Order) : Shapley.OfRates(journeys, Seed));

    /// <summary>Weights of effects that were found already.</summary>
    public static LearnedWeights Of(string model, Period period, JourneyTable journeys, IReadOnlyList<ChannelEffect> effects) =>
        new()
        {
            Model = model,
            Period = period,
            Converting = (long)journeys.TotalConversions,
            Nulls = (long)journeys.TotalNulls,
            Channels = [.. effects.Select(e => (e.Channel, e.Share > 0 ? Math.Max(1, (long)Math.Round(e.Share * Scale)) : 0, e.Share))],
        };

    /// <summary>The weights of one order's touches, so that their shares add up to 1 exactly: what the SQL of a figure computes, for one order.</summary>
    /// <param name="channels">The channel of each touch, by time.</param>
    public ulong[] Weigh(IReadOnlyList<string> channels)
    {
        var weights = channels.Select(channel => Channels.FirstOrDefault(c => c.Channel == channel).Weight).ToArray();
        var all = weights.Any(w => w > 0);
        return [.. channels.Select((channel, i) => (ulong)(all ? weights[i] : (long)Scale) / (ulong)channels.Count(c => c == channel))];
    }
}
