using Beleg.App.Dashboard.Parts;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>One workspace on the agency's start.</summary>
public sealed record WorkspaceRow
{
    public required string Name { get; init; }

    /// <summary>The month its figures are of, as written.</summary>
    public required string Period { get; init; }

    /// <summary>Net value to sort by; null while the facts are being built.</summary>
    public decimal? Value { get; init; }

    /// <summary>Its change to sort by.</summary>
    public decimal? ChangeShare { get; init; }

    /// <summary>Net value.</summary>
    public TileModel? Headline { get; init; }

    /// <summary>Return on the programme's cost.</summary>
    public TileModel? Return { get; init; }

    /// <summary>Net value of the last months.</summary>
    public IReadOnlyList<double?> Trend { get; init; } = [];

    /// <summary>Whether its figures are still being read: they stand here a moment later.</summary>
    public bool IsReading { get; init; }

    /// <summary>What somebody should look at.</summary>
    public IReadOnlyList<string> Attention { get; init; } = [];

    public Instant? LastAt { get; init; }

    /// <summary>How long ago something came in; null where never.</summary>
    public string? LastEvent { get; init; }
}
