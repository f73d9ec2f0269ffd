namespace Beleg.App.Acts;

/// <summary>Something a person of the business does: an event of the vocabulary with its properties.</summary>
/// <param name="Event">Name of the event.</param>
/// <param name="Properties">Its properties by their wire names; those without a value are left out.</param>
internal sealed record Act(string Event, params IReadOnlyList<(string Name, object? Value)> Properties);
