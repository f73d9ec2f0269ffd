using Beleg.Primitives;
using Beleg.Reports.Contacts;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What the list of contacts shows.</summary>
public sealed record ContactsModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required Currency Currency { get; init; }

    /// <summary>The name asked for; null where nobody searches.</summary>
    public string? Asked { get; init; }

    public required string? Channel { get; init; }

    public required string? Status { get; init; }

    public required IReadOnlyList<string> Channels { get; init; }

    public required IReadOnlyList<ContactLine> Rows { get; init; }

    /// <summary>What people call them; those nobody named are not in it.</summary>
    public required IReadOnlyDictionary<Key, ContactLabel> Labels { get; init; }

    public required long Total { get; init; }

    /// <summary>Page number, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>Address of the page before, and of the next; null where there is none.</summary>
    public string? Newer { get; init; }

    public string? Older { get; init; }
}
