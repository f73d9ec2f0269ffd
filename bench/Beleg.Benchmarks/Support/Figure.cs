namespace Beleg.Benchmarks.Support;

/// <summary>One line of the table: what was measured, ours and the bare engine's in the same run, and what must hold.</summary>
/// <param name="Name">What was measured, with its unit.</param>
/// <param name="Ours">Our runs; empty where it could not be measured, and the note says why.</param>
/// <param name="Bare">The bare engine's runs; empty where there is none.</param>
/// <param name="Must">What must hold, in words.</param>
/// <param name="Note">What a reader must know.</param>
internal sealed record Figure(string Name, IReadOnlyList<double> Ours, IReadOnlyList<double> Bare, string Must, string Note = "")
{
    /// <summary>Ours to bare, pair by pair, so that a machine that drifts between runs weighs on both.</summary>
    public IReadOnlyList<double> Ratios => [.. Ours.Zip(Bare, (ours, bare) => ours / bare)];
}
