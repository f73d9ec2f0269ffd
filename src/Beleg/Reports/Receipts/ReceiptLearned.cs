using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;

namespace Beleg.Reports.Receipts;

/// <summary>What a data-driven model gives an order by the weights of the month in which it was placed.</summary>
/// <param name="Model">markov or shapley.</param>
/// <param name="Basis">Of which days it learned, how, and from how many journeys.</param>
/// <param name="Refusal">Why it gives nothing; null where it does.</param>
/// <param name="Shares">The part of each touch, in the order of <see cref="Receipt.Touches"/>, refunds taken off; their cents add up to the order's net. Empty where it refuses.</param>
public sealed record ReceiptLearned(string Model, Words Basis, Words? Refusal, IReadOnlyList<ReceiptShare> Shares)
{
    internal static ReceiptLearned Of(LearnedWeights weights, OrderFact order, IReadOnlyList<CreditFact> touches)
    {
        if (weights.Refusal is not null)
            return new(weights.Model, weights.Say, weights.Refusal, []);
        var own = weights.Weigh([.. touches.Select(t => t.IsChat ? ReportLanguage.Label(t.Channel) : "visit:" + ReportLanguage.Label(t.TrafficChannel))]);
        var (cents, whole) = (new long[own.Length], own.Aggregate(0m, (sum, weight) => sum + weight));
        LargestRemainder.Allocate(order.NetMinor, own, cents);
        return new(weights.Model, weights.Say, null, [.. own.Select((weight, i) => new ReceiptShare(weights.Model, decimal.Round(weight / whole, 6, MidpointRounding.ToEven), cents[i]))]);
    }
}
