namespace Beleg.Journal;

/// <summary>A delivery ready to be stored: headers and body are sealed together.</summary>
internal readonly record struct SealedDelivery(string Workspace, string Source, long ReceivedAtTicks, byte[] Content);
