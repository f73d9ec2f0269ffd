using Beleg.Sources;
using NodaTime;

namespace Beleg.Reports.Books;

/// <summary>One version of a line of the cost ledger.</summary>
/// <param name="Id">The line.</param>
/// <param name="Kind">platform, service, setup …</param>
/// <param name="Recurrence">How often it comes back.</param>
/// <param name="From">First day.</param>
/// <param name="To">Day after the last; null is open.</param>
/// <param name="Amount">What it costs once, a month, or for its days.</param>
/// <param name="Flow">Flow it belongs to; null is the programme.</param>
/// <param name="Campaign">Campaign it belongs to.</param>
/// <param name="Channel">Channel it belongs to.</param>
/// <param name="Human">Whether it pays for people who answer, which is no cost of the programme.</param>
/// <param name="Version">From 1.</param>
/// <param name="Written">Who wrote it, when and why.</param>
/// <param name="Earlier">The versions before, the latest first; empty in a version that stands there itself.</param>
public sealed record RoiCost(
    string Id, string Kind, CostRecurrence Recurrence, LocalDate From, LocalDate? To, Amount Amount, string? Flow, string? Campaign, string? Channel, bool Human, int Version, Written Written, IReadOnlyList<RoiCost> Earlier)
{
    /// <summary>Reads a line.</summary>
    internal static RoiCost Of(LedgerLine<CostPayload> line, DateTimeZone zone)
    {
        RoiCost[] versions = [.. line.Versions.Select(version => Of(line.Id, version, zone)).Reverse()];
        return versions[0] with { Earlier = versions[1..] };
    }

    private static RoiCost Of(string id, LedgerVersion<CostPayload> version, DateTimeZone zone) => new(
        id, version.Said.Cost, version.Said.Recurrence, version.Said.From ?? version.Written.At.InZone(zone).Date, version.Said.To, new Amount(version.Said.AmountMinor, version.Said.Currency),
        version.Said.CostFlow, version.Said.CostCampaign, version.Said.CostChannel, version.Said.Human, version.Number, version.Written, []);
}
