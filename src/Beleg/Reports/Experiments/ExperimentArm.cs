namespace Beleg.Reports.Experiments;

/// <summary>One arm.</summary>
/// <param name="Arm">The variation's id.</param>
/// <param name="Contacts">Contacts who saw it and no other.</param>
/// <param name="Value">The mean a contact, or the ratio.</param>
/// <param name="OptOutRate">The share that opted out after they saw it.</param>
public sealed record ExperimentArm(string Arm, long Contacts, double? Value, double? OptOutRate);
