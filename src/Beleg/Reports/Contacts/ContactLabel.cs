using Beleg.Sources;

namespace Beleg.Reports.Contacts;

/// <summary>What people call a contact.</summary>
/// <param name="Name">Its name; null where nobody said.</param>
/// <param name="Type">Kind of its strongest identifier; null where its value is not known.</param>
/// <param name="Identifier">That identifier.</param>
public sealed record ContactLabel(string? Name, IdentifierType? Type, string? Identifier);
