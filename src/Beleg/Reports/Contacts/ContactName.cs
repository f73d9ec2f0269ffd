using Beleg.Primitives;
using Beleg.Sources;

namespace Beleg.Reports.Contacts;

/// <summary>One name a contact is known by.</summary>
/// <param name="Type">What kind of name.</param>
/// <param name="Value">As normalised; null where its delivery was erased.</param>
/// <param name="Key">What contacts are joined by.</param>
/// <param name="Shared">Whether others are named with it too, so that it joins nobody.</param>
public sealed record ContactName(IdentifierType Type, string? Value, Key Key, bool Shared);
