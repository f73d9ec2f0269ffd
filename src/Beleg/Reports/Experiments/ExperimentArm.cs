namespace Beleg.Reports.Experiments;

/// <summary>One arm.</summary>
/// <param name="Arm">The variation's id.</param>
/// <param name="Contacts">Contacts who saw it and no other.</param>
/// <param name="Value">The mean a contact, or the ratio.</param>
/// <param name="OptOutRate">The share that opted out after they saw it.</param>
/// <param name="Meant">The part of the contacts it was meant to get, 0 to 1.</param>
/// <param name="Low">The lower end of the value's own 95 % interval.</param>
/// <param name="High">Its upper end.</param>
public sealed record ExperimentArm(string Arm, long Contacts, double? Value, double? OptOutRate, double Meant, double? Low, double? High);
