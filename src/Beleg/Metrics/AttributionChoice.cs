using Beleg.Attribution;

namespace Beleg.Metrics;

/// <summary>The attribution model a figure is asked under, and where the credit fact keeps it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Column">The credit column with its money.</param>
/// <param name="Bit">Its bit in the credit's set of models that weigh the touch; 0 where it learns, and its credits are made for the question.</param>
internal sealed record AttributionChoice(string Id, string Column, int Bit)
{
    /// <summary>Every model: those that follow a rule, in the order of their bits, then those that learn.</summary>
    public static IReadOnlyList<AttributionChoice> All { get; } =
        [.. AttributionModels.All.Select((model, bit) => new AttributionChoice(model.Id, model.Id, 1 << bit)), .. LearnedWeights.Models.Select(id => new AttributionChoice(id, LearnedCredit.Column, 0))];

    /// <summary>The model of every figure where nobody chose another.</summary>
    public static AttributionChoice Default { get; } = Find(AttributionModels.Default.Id)!;

    /// <summary>Whether its weights are learned from the journeys of the period.</summary>
    public bool IsLearned => Bit == 0;

    /// <summary>Looks a model up; null where there is none.</summary>
    public static AttributionChoice? Find(string id) => All.FirstOrDefault(m => m.Id == id);
}
