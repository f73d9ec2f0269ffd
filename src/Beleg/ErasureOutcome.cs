namespace Beleg;

/// <summary>What an erasure did, in numbers only.</summary>
/// <param name="Contact">Key of the contact, which stays.</param>
/// <param name="Events">Events of the contact, which stay.</param>
/// <param name="Deliveries">Deliveries that were rewritten.</param>
/// <param name="Links">Links that no longer know whom they were made for.</param>
/// <param name="DryRun">Whether nothing was written.</param>
public sealed record ErasureOutcome(string Contact, int Events, int Deliveries, int Links, bool DryRun);
