using Beleg.Sources;

namespace Beleg.State;

/// <summary>Whom a link was made for: one identifier of a person, in the clear, so kept sealed.</summary>
/// <param name="Type">What kind of identifier.</param>
/// <param name="Scope">Where it is unique; empty for e-mail and phone.</param>
/// <param name="Value">The identifier.</param>
public sealed record LinkRecipient(IdentifierType Type, string Scope, string Value);
