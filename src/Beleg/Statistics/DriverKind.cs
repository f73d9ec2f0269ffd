namespace Beleg.Statistics;

/// <summary>By which of its factors a group moved a figure.</summary>
public enum DriverKind
{
    /// <summary>There was more or less of everything: conversations, say.</summary>
    Volume,
    /// <summary>The group became a larger or smaller part of the whole.</summary>
    Mix,
    /// <summary>More or less of its volume came to the event: conversations with a sale, say.</summary>
    Rate,
    /// <summary>Each of its events was worth more or less.</summary>
    Value,
    /// <summary>It has an amount without the volume it would have come from: nothing to divide by.</summary>
    Rest,
}
