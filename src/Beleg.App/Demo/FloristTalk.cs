using NodaTime;

namespace Beleg.App.Demo;

/// <summary>One conversation of the florist, as decided before a word of it is written.</summary>
internal sealed record FloristTalk
{
    public required FloristPerson Person { get; init; }

    /// <summary>Its number over all months; names its ids.</summary>
    public required int Number { get; init; }

    public required FloristMonth Month { get; init; }

    public required Instant At { get; init; }

    /// <summary>Step at which it was left; the number of steps where the goal was reached.</summary>
    public required int LeftAt { get; init; }

    public bool AsksForPerson { get; init; }

    /// <summary>Whether an e-mail was left.</summary>
    public bool IsLead { get; set; }

    /// <summary>Whether marketing was agreed to.</summary>
    public bool Agrees { get; set; }

    /// <summary>Whether the link was clicked by a person.</summary>
    public bool Clicks { get; set; }

    /// <summary>Whether a consultation was agreed, and whether the customer came.</summary>
    public (bool Booked, bool Missed) Appointment { get; set; }

    /// <summary>The order it led to.</summary>
    public FloristOrder? Order { get; set; }

    public bool ReachesGoal => LeftAt >= Month.Flow.Steps.Count;

    public string Id => $"ig-{Number}";

    public string LinkCode => $"pl{Number * 97 % 90_000 + 10_000}";

    public string Bid => $"b-{Number * 104_729 % 1_000_003:x}-{Number}";
}
