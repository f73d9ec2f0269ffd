using Beleg.App.Dashboard.Parts;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the sources page shows.</summary>
public sealed record SourcesModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required Instant Now { get; init; }

    /// <summary>Deliveries in the journal that the facts do not hold yet.</summary>
    public required long Behind { get; init; }

    /// <summary>How long the first of them has waited.</summary>
    public required Duration BehindFor { get; init; }

    public required IReadOnlyList<SourceRow> Rows { get; init; }

    public required IReadOnlyList<RefusalRow> Refusals { get; init; }

    public required IReadOnlyList<RefusalRow> TurnedAway { get; init; }

    /// <summary>The latest conflicts, and how many there are in all.</summary>
    public required (IReadOnlyList<ConflictRow> Rows, long Total) Conflicts { get; init; }

    /// <summary>How many refunds wait for their order, and the day of the newest.</summary>
    public required (long Total, LocalDate? Newest) Unmatched { get; init; }

    public required IReadOnlyList<string> Providers { get; init; }
}
