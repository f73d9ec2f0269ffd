using System.Globalization;
using Beleg.Primitives;
using Beleg.Statistics.Experiments;

namespace Beleg.App.Hosting;

/// <summary>What was agreed of an experiment, as words of an address or a command line give it.</summary>
/// <param name="Metric">revenue, conversion or order_value; the first where none is named.</param>
/// <param name="Arms">Ids separated by commas, the first is what was before; those that were seen where none are named.</param>
/// <param name="Weights">A part each, separated by commas; equal where none are named.</param>
/// <param name="LeastEffect">The least relative effect that matters; .05.</param>
/// <param name="Contacts">Contacts an arm needs before a verdict; 100.</param>
/// <param name="Coverage">The part of all contacts that takes part; 1.</param>
internal sealed record ExperimentPlan(string? Metric = null, string? Arms = null, string? Weights = null, string? LeastEffect = null, string? Contacts = null, string? Coverage = null)
{
    /// <summary>The experiment.</summary>
    /// <exception cref="UserErrorException">A word cannot be read.</exception>
    public Experiment Of(string id)
    {
        string[] arms = Arms?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        var weights = Weights?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(w => Number("weights", w, 0, 1)).ToArray();
        if (weights is not null && (weights.Length != arms.Length || Math.Abs(weights.Sum() - 1) > .01))
            throw new UserErrorException("weights: one for each of the arms named, adding up to 1.");
        var experiment = new Experiment(id, "", Metric ?? "", arms)
        {
            LeastEffect = LeastEffect is null ? .05 : Number("least-effect", LeastEffect, .0001, 10),
            ContactsPerArm = Contacts is null ? 100 : (long)Number("contacts", Contacts, 1, 1e12),
            Coverage = Coverage is null ? 1 : Number("coverage", Coverage, 0, 1),
        };
        return weights is null ? experiment : experiment with { Weights = weights };
    }

    private static double Number(string word, string text, double from, double to) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number : throw new UserErrorException(string.Create(CultureInfo.InvariantCulture, $"{word}: a number from {from} to {to}, not '{text}'."));
}
