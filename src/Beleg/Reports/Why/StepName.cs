using System.Globalization;
using Beleg.Metrics;

namespace Beleg.Reports.Why;

/// <summary>A step as a group of a why note: its flow, its id, and where in the flow it stands.</summary>
/// <param name="Flow">The flow; null where a message names a step and no flow.</param>
/// <param name="Step">The step's id; empty where only its place is known.</param>
/// <param name="Place">From 1; null where no source tells, or where it moved between versions.</param>
public sealed record StepName(string? Flow, string Step, int? Place)
{
    // A character that no name holds: the journal refuses control characters in ids.
    private const char Between = '\u001f';

    /// <summary>The step as the name of a group.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Flow}{Between}{Step}{Between}{Place}");

    /// <summary>Reads a group's name back; null where it is none of a step.</summary>
    public static StepName? Of(string? key) => key?.Split(Between) is [var flow, var step, var place]
        ? new(flow.Length == 0 ? null : flow, step, int.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null) : null;

    /// <summary>On its own: <c>3 · size (bundle)</c>.</summary>
    public Words ToWords()
    {
        var text = $"{(Place is { } place ? place.ToString(CultureInfo.InvariantCulture) + (Step.Length > 0 ? " · " : "") : "")}{Step}{(Flow is null ? "" : $" ({Flow})")}";
        return new(text, text);
    }

    /// <summary>In a sentence: step 3 “size” of the flow “bundle”.</summary>
    public Words InSentence()
    {
        var place = Place is { } at ? " " + at.ToString(CultureInfo.InvariantCulture) : "";
        return new(
            $"step{place}{(Step.Length == 0 ? "" : $" “{Step}”")}{(Flow is null ? "" : $" of the flow “{Flow}”")}",
            $"Schritt{place}{(Step.Length == 0 ? "" : $" „{Step}“")}{(Flow is null ? "" : $" des Flows „{Flow}“")}");
    }
}
