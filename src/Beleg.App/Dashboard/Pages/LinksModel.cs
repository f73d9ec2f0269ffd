using Beleg.State;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the links page shows.</summary>
public sealed record LinksModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required IReadOnlyList<LinkRow> Rows { get; init; }

    public required IReadOnlyList<string> Channels { get; init; }

    public required IReadOnlyList<string> Domains { get; init; }

    /// <summary>Clicks that led on and could not be kept; null where there are none.</summary>
    public TurnedAway? Lost { get; init; }

    /// <summary>The address that was just signed.</summary>
    public SignedAddress? Address { get; init; }
}
