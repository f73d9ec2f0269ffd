namespace Beleg.Model;

/// <summary>Whether an order counts, and why not.</summary>
public enum OrderState : byte
{
    /// <summary>Counts.</summary>
    Counted = 0,
    /// <summary>Nothing captured yet.</summary>
    Unpaid = 1,
    /// <summary>An in-chat order that was never paid.</summary>
    Cart = 2,
    /// <summary>A test order.</summary>
    Test = 3,
    /// <summary>Cancelled.</summary>
    Cancelled = 4,
    /// <summary>Fraud.</summary>
    Fraud = 5,
    /// <summary>No exchange rate for its day: a loud gap.</summary>
    RateMissing = 6,
}
