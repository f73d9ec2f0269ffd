namespace Beleg.Ledger;

/// <summary>Which of an assumption's three values a figure is computed with.</summary>
public enum Scenario
{
    /// <summary>The cautious one; a report leads with it.</summary>
    Low,

    /// <summary>The expected one.</summary>
    Base,

    /// <summary>The optimistic one.</summary>
    High,
}
