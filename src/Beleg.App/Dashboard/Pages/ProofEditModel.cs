using Beleg.State;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the page to edit a proof shows.</summary>
public sealed record ProofEditModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required YearMonth Month { get; init; }

    public required string Code { get; init; }

    public required bool IsOver { get; init; }

    public required bool IsPublished { get; init; }

    /// <summary>Links on what was published of the month that still open, and how often each was looked at.</summary>
    public required IReadOnlyList<(Share Share, long Views)> OpenLinks { get; init; }

    /// <summary>Words on the page as it stands.</summary>
    public required int Words { get; init; }

    public string? Mistake { get; init; }

    public required IReadOnlyList<ProofEditLine> Lines { get; init; }

    /// <summary>Every edit, newest first.</summary>
    public required IReadOnlyList<ProofEdit> History { get; init; }
}
