using Beleg.Sources;

namespace Beleg.Reports.Contacts;

/// <summary>One act of a person of the business on a contact's record.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Said">The fields that were set, by name; an empty value clears the field.</param>
/// <param name="Written">Who did it, when and why.</param>
public sealed record ContactEdit(EventKind Kind, IReadOnlyList<KeyValuePair<string, string>> Said, Written Written);
