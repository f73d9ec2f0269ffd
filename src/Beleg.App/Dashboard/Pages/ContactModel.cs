using Beleg.Reports.Contacts;
using NodaTime;

namespace Beleg.App.Dashboard.Pages;

/// <summary>What a contact's page shows.</summary>
public sealed record ContactModel
{
    public required string Workspace { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required ContactRecord Record { get; init; }

    /// <summary>Contacts that may be the same person, with what people call them.</summary>
    public required IReadOnlyList<(MergeSuggestion Suggestion, ContactLabel? Label)> Suggestions { get; init; }

    /// <summary>The newest first.</summary>
    public required IReadOnlyList<ContactMoment> Moments { get; init; }

    /// <summary>Address of the moments before these; null where there are none.</summary>
    public string? Older { get; init; }

    public required IReadOnlyList<string> Channels { get; init; }

    /// <summary>What a form could not do; null where none was sent.</summary>
    public string? Mistake { get; init; }

    /// <summary>Whether the person was erased: every name is a key without a value.</summary>
    public bool IsErased => Record.Names.Count > 0 && Record.Names.All(name => name.Value is null);

    /// <summary>Whether an act can name the contact.</summary>
    public bool CanEdit => !IsErased && Record.Names.Any(name => !name.Shared);

    /// <summary>What a name of a join says, for people: its value, else its key.</summary>
    public string NameOf(Primitives.Key key) => Record.Names.FirstOrDefault(name => name.Key == key) is { Value: { } value } ? value : key.ToString();
}
