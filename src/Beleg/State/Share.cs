using NodaTime;

namespace Beleg.State;

/// <summary>A link that shows a fixed part of a workspace to whoever has it, until it expires or is revoked.</summary>
public sealed record Share
{
    /// <summary>Names it; random.</summary>
    public required string Id { get; init; }

    /// <summary>The workspace it shows a part of.</summary>
    public required string Workspace { get; init; }

    /// <summary>What it was made for, as its maker calls it.</summary>
    public required string Label { get; init; }

    /// <summary>The first month it shows, 2026-05.</summary>
    public required string FromMonth { get; init; }

    /// <summary>The last month it shows.</summary>
    public required string ToMonth { get; init; }

    /// <summary>The only channel it shows; null for all.</summary>
    public string? Channel { get; init; }

    /// <summary>The only flow it shows; null for all.</summary>
    public string? Flow { get; init; }

    /// <summary>Whether figures open their breakdown.</summary>
    public required bool DrillDown { get; init; }

    /// <summary>Who made it.</summary>
    public required string CreatedBy { get; init; }

    /// <summary>When it was made.</summary>
    public required Instant CreatedAt { get; init; }

    /// <summary>From when on it shows nothing.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>When somebody ended it; null while nobody did.</summary>
    public Instant? RevokedAt { get; init; }

    /// <summary>Whether it shows anything at a moment.</summary>
    public bool IsOpen(Instant at) => RevokedAt is null && at < ExpiresAt;

    /// <summary>What is signed: everything that was agreed when it was made.</summary>
    internal string Scope => string.Join('\n', "share", Id, Workspace, Label, FromMonth, ToMonth, Channel, DrillDown ? "drill-down" : "", CreatedBy, CreatedAt.ToUnixTimeTicks() / Columns.TicksPerMicrosecond, ExpiresAt.ToUnixTimeTicks() / Columns.TicksPerMicrosecond)
        // Links that were made before flows could be named keep their signature.
        + (Flow is null ? "" : "\nflow\n" + Flow);
}
