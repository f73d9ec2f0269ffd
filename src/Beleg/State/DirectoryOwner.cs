namespace Beleg.State;

/// <summary>The process that owns a data directory.</summary>
/// <param name="ProcessId">Its id.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="Secret">What a command shows to prove that it can read the directory.</param>
public sealed record DirectoryOwner(int ProcessId, string Address, string Secret);
