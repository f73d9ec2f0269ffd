using NodaTime;

namespace Beleg.Reports.Books;

/// <summary>One version of an assumption.</summary>
/// <param name="Version">From 1, by the day it holds from.</param>
/// <param name="Value">What is expected.</param>
/// <param name="Low">The cautious end.</param>
/// <param name="High">The optimistic end.</param>
/// <param name="Unit">What it counts.</param>
/// <param name="Basis">Where it comes from.</param>
/// <param name="Owner">Who looks after it.</param>
/// <param name="Approver">Who in Finance agreed.</param>
/// <param name="ValidFrom">First day it holds.</param>
/// <param name="Written">Who wrote it, when and why.</param>
public sealed record RoiAssumptionVersion(
    int Version, decimal Value, decimal Low, decimal High, string? Unit, string? Basis, string? Owner, string? Approver, LocalDate ValidFrom, Written Written);
