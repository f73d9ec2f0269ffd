using Beleg.Reports.ProofPacks;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One line of a proof: as drafted, and as it stands.</summary>
public sealed record ProofEditLine
{
    public required ProofPlace Place { get; init; }

    public required string DraftedEn { get; init; }

    public required string DraftedDe { get; init; }

    public required string En { get; init; }

    public required string De { get; init; }

    /// <summary>The languages on whose sheet there is no room for it.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Who wrote it; null where the draft stands.</summary>
    public string? Author { get; init; }

    public Instant? MadeAt { get; init; }
}
