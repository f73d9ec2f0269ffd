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
}
