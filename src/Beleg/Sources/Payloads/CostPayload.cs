using NodaTime;

namespace Beleg.Sources;

/// <summary>A line of the cost ledger.</summary>
public sealed record CostPayload : Payload
{
    /// <summary>Its id; the same id again replaces the line.</summary>
    public required string CostId { get; init; }

    /// <summary>What it is: platform, service, setup, training, agents, messages, ads, …</summary>
    public required string Cost { get; init; }

    /// <summary>How often it comes back.</summary>
    public CostRecurrence Recurrence { get; init; }

    /// <summary>First day; the day of the event where absent.</summary>
    public LocalDate? From { get; init; }

    /// <summary>Day after the last; open where absent.</summary>
    public LocalDate? To { get; init; }

    /// <summary>Amount (once, a month, or for the period), in minor units.</summary>
    public long AmountMinor { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Flow it belongs to; the whole programme where absent.</summary>
    public string? CostFlow { get; init; }

    /// <summary>Campaign it belongs to.</summary>
    public string? CostCampaign { get; init; }

    /// <summary>Channel it belongs to, as written in the vocabulary.</summary>
    public string? CostChannel { get; init; }

    /// <summary>Whether it pays for people who answer (human cost), not for the programme.</summary>
    public bool Human { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(CostId);
        w.Text(Cost);
        w.Byte((byte)Recurrence);
        w.MaybeDate(From);
        w.MaybeDate(To);
        w.Int(AmountMinor);
        w.Text(Currency);
        w.Text(CostFlow);
        w.Text(CostCampaign);
        w.Text(CostChannel);
        w.Bool(Human);
    }

    internal static CostPayload Read(ref EventReader r) => new()
    {
        CostId = r.Text()!,
        Cost = r.Text()!,
        Recurrence = (CostRecurrence)r.Byte(),
        From = r.MaybeDate(),
        To = r.MaybeDate(),
        AmountMinor = r.Int(),
        Currency = r.Text()!,
        CostFlow = r.Text(),
        CostCampaign = r.Text(),
        CostChannel = r.Text(),
        Human = r.Bool(),
    };
}
