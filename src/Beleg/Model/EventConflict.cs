using Beleg.Sources;

namespace Beleg.Model;

/// <summary>An event that came with one id and several contents.</summary>
/// <param name="Kept">The version that counts.</param>
/// <param name="Versions">Different contents, the one that counts included.</param>
/// <param name="ByUpdateTime">Whether the source's own time of change decided.</param>
internal readonly record struct EventConflict(Event Kept, int Versions, bool ByUpdateTime);
