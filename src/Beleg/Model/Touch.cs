using NodaTime;

namespace Beleg.Model;

/// <summary>A touch of a contact while orders are judged: the fact, and what depends on the order it is seen from.</summary>
internal sealed class Touch(TouchFact fact, Instant firstAt, Episode? episode, bool fromBrowser)
{
    public TouchFact Fact { get; } = fact;

    /// <summary>Before this it was no touch.</summary>
    public Instant FirstAt { get; } = firstAt;

    public Episode? Episode { get; } = episode;

    /// <summary>Known only by a browser's word, so it carries evidence E at most.</summary>
    public bool FromBrowser { get; } = fromBrowser;

    /// <summary>The click ids it carried on; empty for all but clicks.</summary>
    public IReadOnlyList<string> Bids { get; init; } = [];

    /// <summary>Whether an order was credited to it.</summary>
    public bool Used { get; set; }
}
