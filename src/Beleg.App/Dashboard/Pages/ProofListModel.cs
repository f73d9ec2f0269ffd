using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the list of proofs shows.</summary>
public sealed record ProofListModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required IReadOnlyList<ProofRow> Rows { get; init; }

    /// <summary>Why a month was not published; null where nothing was asked.</summary>
    public string? Mistake { get; init; }
}
