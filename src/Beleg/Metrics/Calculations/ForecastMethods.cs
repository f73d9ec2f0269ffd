namespace Beleg.Metrics.Calculations;

/// <summary>Methods of forecasts by the names people read.</summary>
public static class ForecastMethods
{
    /// <summary>The name of a method; one that nobody named is called by its id.</summary>
    /// <param name="method">Its id, with the form it took where it has several: <c>theta</c>, <c>ets(A,N,N)</c>.</param>
    public static Words Of(string method)
    {
        var (name, form) = method.Split('(', 2) is [var before, var rest] ? (before, " (" + rest) : (method, "");
        return name switch
        {
            "snaive" => new("Same as a season ago", "Wie vor einer Saison"),
            "ets" => new("Exponential smoothing" + form, "Exponentielle Glättung" + form),
            "theta" => new("Theta", "Theta"),
            "mean" => new("Mean of what was seen", "Mittel des Gesehenen"),
            "level" => new("Latest level carried on", "Fortgeschriebenes Niveau"),
            _ => new(method, method),
        };
    }
}
