using NodaTime;

namespace Beleg.Reports.Switching;

/// <summary>
/// What changes if a workspace attributes by another model or within other windows: both sides by the same crediting over the same
/// events, in major units of the workspace's currency, by the day of the order or refund.
/// </summary>
public sealed record SwitchReport
{
    /// <summary>First day.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The day after the last.</summary>
    public required LocalDate To { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>How it is.</summary>
    public required SwitchSide Current { get; init; }

    /// <summary>How it would be.</summary>
    public required SwitchSide Proposed { get; init; }

    /// <summary>
    /// <c>attributed</c> to the chat, of it <c>conservative</c> (evidence A to C), <c>other_touches</c> (web visits), <c>unattributed</c>;
    /// attributed, other touches and unattributed add up to <c>total</c> on both sides. <c>influenced</c> beside them.
    /// </summary>
    public required IReadOnlyList<SwitchLine> Totals { get; init; }

    /// <summary>Attributed to the chat by channel, largest change first.</summary>
    public required IReadOnlyList<SwitchLine> Channels { get; init; }

    /// <summary>Attributed to the chat by flow, largest change first.</summary>
    public required IReadOnlyList<SwitchLine> Flows { get; init; }

    /// <summary>By evidence, A first.</summary>
    public required IReadOnlyList<SwitchGrade> Grades { get; init; }

    /// <summary>Orders with a booking in the period.</summary>
    public required long Orders { get; init; }

    /// <summary>How many of them get another amount, another grade, or come to or leave the influenced ones.</summary>
    public required long Changed { get; init; }

    /// <summary>How many of them change their grade.</summary>
    public required long Regraded { get; init; }

    /// <summary>The ten orders that move most.</summary>
    public required IReadOnlyList<SwitchOrder> Movers { get; init; }

    /// <summary>Whether anything is different at all.</summary>
    public bool HasChanges => Changed > 0 || Channels.Any(c => c.Change != 0) || Flows.Any(f => f.Change != 0);

    /// <summary>A total by its name.</summary>
    public SwitchLine Total(string name) => Totals.First(line => line.Name == name);
}
