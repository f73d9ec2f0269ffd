using Beleg.Primitives;
using NodaTime;

namespace Beleg.Reports.Experiments;

/// <summary>One contact behind an arm: whoever doubts the figure can read what happened.</summary>
/// <param name="Contact">Whose.</param>
/// <param name="Arm">The arm; null where the contact saw several.</param>
/// <param name="FirstAt">When the contact first saw it.</param>
/// <param name="Value">What the contact adds above the line, in the metric's unit; money in major units.</param>
/// <param name="Denominator">What it adds below; 1 where the metric is a mean a contact.</param>
public sealed record ExperimentContact(Key Contact, string? Arm, Instant FirstAt, double Value, double Denominator);
