using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One visit of a step in a run; a loop makes several.</summary>
public sealed record StepVisitFact
{
    /// <summary>The visit.</summary>
    public required Key Visit { get; init; }

    /// <summary>The run.</summary>
    public required Key Run { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>Its episode.</summary>
    public required Key Conversation { get; init; }

    /// <summary>Messaging channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Flow.</summary>
    public required string FlowId { get; init; }

    /// <summary>Version.</summary>
    public string? FlowVersion { get; init; }

    /// <summary>Step.</summary>
    public required string StepId { get; init; }

    /// <summary>Position, from 0.</summary>
    public int? StepIndex { get; init; }

    /// <summary>Entered.</summary>
    public required Instant EnteredAt { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Left for another step, a goal or the end; null where never.</summary>
    public Instant? LeftAt { get; init; }

    /// <summary>Whether it was left.</summary>
    public required bool Left { get; init; }

    /// <summary>A terminal step cannot drop off.</summary>
    public required bool Terminal { get; init; }

    /// <summary>First step of its run.</summary>
    public required bool IsOpener { get; init; }

    /// <summary>Branch chosen in it.</summary>
    public string? Branch { get; init; }
}
