namespace Beleg.Sources;

/// <summary>What one delivery says: the events, in item order, and what was refused. One bad item never stops the others.</summary>
public sealed class Translation
{
    /// <summary>The events, each with the position of its item within the delivery.</summary>
    public List<(int Item, Event Event)> Events { get; } = [];

    /// <summary>What was refused.</summary>
    public List<Refusal> Refusals { get; } = [];

    /// <summary>Adds an event of an item.</summary>
    public void Add(int item, Event happened) => Events.Add((item, happened));

    /// <summary>Refuses an item.</summary>
    public void Refuse(int item, RefusalReason reason, string detail) => Refusals.Add(new Refusal(item, reason, detail));
}
