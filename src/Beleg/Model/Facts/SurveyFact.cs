using Beleg.Primitives;
using Beleg.Sources;
using NodaTime;

namespace Beleg.Model;

/// <summary>The last answer within 72 h of one survey in one conversation.</summary>
public sealed record SurveyFact
{
    /// <summary>The survey.</summary>
    public required Key Survey { get; init; }

    /// <summary>The contact.</summary>
    public required Key Contact { get; init; }

    /// <summary>Its episode; none.</summary>
    public required Key Conversation { get; init; }

    /// <summary>Messaging channel.</summary>
    public required Channel Channel { get; init; }

    /// <summary>Flow.</summary>
    public string? FlowId { get; init; }

    /// <summary>Answered.</summary>
    public required Instant AnsweredAt { get; init; }

    /// <summary>Its day.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>What it asks.</summary>
    public required SurveyType Type { get; init; }

    /// <summary>The answer on its scale.</summary>
    public required int Score { get; init; }

    /// <summary>Lowest.</summary>
    public required int ScaleMin { get; init; }

    /// <summary>Highest.</summary>
    public required int ScaleMax { get; init; }

    /// <summary>bot or human.</summary>
    public required Actor Rated { get; init; }
}
