using Beleg.App.Dashboard.Language;

namespace Beleg.App.Dashboard;

/// <summary>Attribution models by the names people use.</summary>
internal static class ModelNames
{
    public static string Of(Tongue tongue, string model) => model switch
    {
        "first" => tongue[Texts.ModelFirst],
        "last" => tongue[Texts.ModelLast],
        "last_non_direct" => tongue[Texts.ModelLastNonDirect],
        "linear" => tongue[Texts.ModelLinear],
        "position" => tongue[Texts.ModelPosition],
        "time_decay" => tongue[Texts.ModelTimeDecay],
        "influenced" => tongue[Texts.ModelInfluenced],
        "markov" => tongue[Texts.ModelMarkov],
        "shapley" => tongue[Texts.ModelShapley],
        _ => model,
    };
}
