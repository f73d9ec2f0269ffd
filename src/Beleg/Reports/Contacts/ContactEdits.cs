using System.Text.Json;
using Beleg.Sources;

namespace Beleg.Reports.Contacts;

/// <summary>What operators did to a record, as their acts say it.</summary>
internal static class ContactEdits
{
    /// <summary>The property of an act that lists the fields it clears.</summary>
    public const string Cleared = "cleared";

    private static readonly string[] Framing = [Written.Author, Written.Because, Cleared];

    /// <summary>Whether a trait is a field of the record, and not the frame of an act.</summary>
    public static bool IsField(string trait) => !Framing.Contains(trait);

    /// <summary>The fields an act clears; none for whoever is no operator.</summary>
    public static IReadOnlyList<string> ClearedBy(Event happened)
    {
        if (happened.Trust != Trust.Operator || happened.Personal?.Traits.GetValueOrDefault(Cleared) is not { } list)
            return [];
        try
        {
            return JsonSerializer.Deserialize<string[]>(list) ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>The latest word on a field that an event may set; an operator may clear it.</summary>
    public static string? Latest(IEnumerable<Event> told, string field, Func<Event, string?> said)
    {
        string? latest = null;
        foreach (var happened in told)
        {
            if (ClearedBy(happened).Contains(field))
                latest = null;
            else if (said(happened) is { } value && !string.IsNullOrWhiteSpace(value))
                latest = value;
        }

        return latest;
    }

    /// <summary>The acts among some events, the latest first.</summary>
    /// <param name="events">Events by time.</param>
    /// <param name="told">The same with what is personal.</param>
    public static IReadOnlyList<ContactEdit> Of(IReadOnlyList<JournaledEvent> events, IReadOnlyList<Event> told) =>
        [.. events.Zip(told).Where(pair => pair.First.Event.Trust == Trust.Operator).Select(pair => new ContactEdit(pair.Second.Kind, [.. Said(pair.Second)], Written.Of(pair.First, pair.Second))).Reverse()];

    private static IEnumerable<KeyValuePair<string, string>> Said(Event act)
    {
        if (act.Personal?.Name is { } name)
            yield return new("name", name);
        if (act.Payload is LeadPayload lead)
        {
            yield return new("status", ReportLanguage.Label(lead.Status));
            if (lead.Owner is { } owner)
                yield return new("owner", owner);
            if (lead.NextStep is { } next)
                yield return new("next_step", next);
        }

        if (act.Payload is ConsentPayload consent)
            yield return new("purpose", consent.Purpose);
        foreach (var identifier in act.Identifiers.Where(identifier => identifier.Value.Length > 0))
            yield return new(ReportLanguage.Label(identifier.Type), identifier.Value);
        foreach (var trait in act.Personal?.Traits.Where(trait => IsField(trait.Key)) ?? [])
            yield return trait;
        foreach (var field in ClearedBy(act))
            yield return new(field, "");
    }
}
