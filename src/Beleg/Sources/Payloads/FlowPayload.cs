using Beleg.Primitives;

namespace Beleg.Sources;

/// <summary>A move of one run through a flow.</summary>
public sealed record FlowPayload : Payload
{
    /// <summary>Position of the step, from 0.</summary>
    public int? StepIndex { get; init; }

    /// <summary>Whether the step ends the flow; a terminal step cannot drop off.</summary>
    public bool Terminal { get; init; }

    /// <summary>One visit of a step; a loop makes several in one run.</summary>
    public Key Visit { get; init; }

    /// <summary>The goal reached.</summary>
    public string? Goal { get; init; }

    /// <summary>Why it ended.</summary>
    public FlowExitReason ExitReason { get; init; }

    /// <summary>Whether the flow is marked as upsell.</summary>
    public bool Upsell { get; init; }

    internal override void Write(EventWriter w)
    {
        w.MaybeInt(StepIndex);
        w.Bool(Terminal);
        w.Key(Visit);
        w.Text(Goal);
        w.Byte((byte)ExitReason);
        w.Bool(Upsell);
    }

    internal static FlowPayload Read(ref EventReader r) => new()
    {
        StepIndex = (int?)r.MaybeInt(),
        Terminal = r.Bool(),
        Visit = r.Key(),
        Goal = r.Text(),
        ExitReason = (FlowExitReason)r.Byte(),
        Upsell = r.Bool(),
    };
}
