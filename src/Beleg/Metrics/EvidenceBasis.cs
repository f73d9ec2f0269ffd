namespace Beleg.Metrics;

/// <summary>How sure credited money must be to count.</summary>
public enum EvidenceBasis
{
    /// <summary>Every grade that joins an order to a person's chat touch.</summary>
    All,
    /// <summary>Grades A to C only: the figure a report leads with.</summary>
    Conservative,
}
