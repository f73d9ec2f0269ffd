using Beleg.Model;

namespace Beleg.Attribution;

/// <summary>The cents of a credit by a model's place in <see cref="AttributionModels.All"/>.</summary>
internal static class CreditColumns
{
    public static long Cents(CreditFact row, int model) => model switch
    {
        0 => row.First,
        1 => row.Last,
        2 => row.LastNonDirect,
        3 => row.Linear,
        4 => row.Position,
        5 => row.TimeDecay,
        _ => row.Influenced,
    };

    /// <summary>A model's place; below 0 where it is none of these.</summary>
    public static int PlaceOf(string model)
    {
        for (var i = 0; i < AttributionModels.All.Count; i++)
        {
            if (AttributionModels.All[i].Id == model)
                return i;
        }

        return -1;
    }
}
