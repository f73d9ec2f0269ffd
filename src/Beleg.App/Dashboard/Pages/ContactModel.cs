using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What a contact's page shows.</summary>
public sealed record ContactModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>Key of the contact.</summary>
    public required string Key { get; init; }

    /// <summary>As the journal says; null where no source named it.</summary>
    public string? Name { get; init; }

    /// <summary>Type and value of each.</summary>
    public required IReadOnlyList<(string Type, string Value)> Identifiers { get; init; }

    public required Instant FirstSeenAt { get; init; }

    public required Instant LastSeenAt { get; init; }

    public required string Channel { get; init; }

    public required int Orders { get; init; }

    public required string Net { get; init; }

    public Instant? ConsentAt { get; init; }

    public Instant? OptedOutAt { get; init; }

    public string? LeadStatus { get; init; }

    /// <summary>What else is known of the person, by its name.</summary>
    public IReadOnlyList<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>Address of the moments before these; null where there are none.</summary>
    public string? Older { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<ContactMoment> Moments { get; init; }
}
