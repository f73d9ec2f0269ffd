namespace Beleg.Statistics.Experiments;

/// <summary>
/// The contacts who are left alone so that the rest can be compared with somebody: a part of all, found from the contact's name, the same
/// for as long as the hold-out keeps its word.
/// </summary>
/// <param name="Word">What the hold-out is called: of a flow, of a campaign, or of everything. Another word, another part.</param>
/// <param name="Share">How much is held out, 0 to 1; 5 to 10 % is usual.</param>
public sealed record HoldOut(string Word, double Share)
{
    /// <summary>Whether a contact is held out. Raising the share adds contacts and lets none go.</summary>
    public bool Holds(string contact) => Bucketing.Place("holdout:" + Word, contact) < Share;
}
