using NodaTime;

namespace Beleg.Sources;

/// <summary>A number agreed with Finance, from a day on.</summary>
public sealed record AssumptionPayload : Payload
{
    /// <summary>Which, by its stable name.</summary>
    public required string AssumptionId { get; init; }

    /// <summary>Base value.</summary>
    public decimal? Value { get; init; }

    /// <summary>Cautious value.</summary>
    public decimal? Low { get; init; }

    /// <summary>Optimistic value.</summary>
    public decimal? High { get; init; }

    /// <summary>Unit.</summary>
    public string? Unit { get; init; }

    /// <summary>Where it comes from.</summary>
    public string? Basis { get; init; }

    /// <summary>Who looks after it.</summary>
    public string? Owner { get; init; }

    /// <summary>Who in Finance agreed.</summary>
    public string? Approver { get; init; }

    /// <summary>First day.</summary>
    public LocalDate? ValidFrom { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(AssumptionId);
        w.MaybeDecimal(Value);
        w.MaybeDecimal(Low);
        w.MaybeDecimal(High);
        w.Text(Unit);
        w.Text(Basis);
        w.Text(Owner);
        w.Text(Approver);
        w.MaybeDate(ValidFrom);
    }

    internal static AssumptionPayload Read(ref EventReader r) => new()
    {
        AssumptionId = r.Text()!,
        Value = r.MaybeDecimal(),
        Low = r.MaybeDecimal(),
        High = r.MaybeDecimal(),
        Unit = r.Text(),
        Basis = r.Text(),
        Owner = r.Text(),
        Approver = r.Text(),
        ValidFrom = r.MaybeDate(),
    };
}
