using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>One passage of one contact through a flow.</summary>
public sealed record FlowRunFact
{
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

    /// <summary>How it was entered.</summary>
    public required EntryPoint EntryPoint { get; init; }

    /// <summary>Entered.</summary>
    public required Instant EnteredAt { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>Exited.</summary>
    public Instant? ExitedAt { get; init; }

    /// <summary>Why.</summary>
    public FlowExitReason? ExitReason { get; init; }

    /// <summary>Goal reached.</summary>
    public string? Goal { get; init; }

    /// <summary>When.</summary>
    public Instant? GoalAt { get; init; }

    /// <summary>Last branch chosen.</summary>
    public string? LastBranch { get; init; }

    /// <summary>Last step entered.</summary>
    public string? LastStep { get; init; }
}
