using Beleg.Attribution.Models;

namespace Beleg.Attribution;

/// <summary>The models a workspace can choose from. A new one is a file in <c>Models/</c> and a line here.</summary>
public static class AttributionModels
{
    /// <summary>The model of every figure where nobody chose another.</summary>
    public static IAttributionModel Default { get; } = new Linear();

    /// <summary>The models that share an order over touches, in the order of their bits in a credit's set of weighted models.</summary>
    public static IReadOnlyList<IAttributionModel> Sharing { get; } = [new First(), new Last(), new LastNonDirect(), Default, new Position(), new TimeDecay()];

    /// <summary>All of them: the sharing ones and then influenced, which gives each order once.</summary>
    public static IReadOnlyList<IAttributionModel> All { get; } = [.. Sharing, new Influenced()];

    /// <summary>Looks a model up by its id; null where there is none.</summary>
    public static IAttributionModel? Find(string id) => All.FirstOrDefault(m => m.Id == id);
}
