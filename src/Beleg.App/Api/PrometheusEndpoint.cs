using Beleg.App.Hosting;

namespace Beleg.App.Api;

/// <summary>What the server says of itself, for Prometheus.</summary>
internal static class PrometheusEndpoint
{
    public static void Map(IEndpointRouteBuilder routes, ApiDoor door, Installation data, Traffic traffic) =>
        routes.MapGet("/metrics", door.Operator(http =>
        {
            http.Response.ContentType = PrometheusText.ContentType;
            return http.Response.WriteAsync(Compose(data, traffic));
        }));

    private static string Compose(Installation data, Traffic traffic)
    {
        var text = new PrometheusText()
            .Add("beleg_deliveries_kept_total", "counter", "Deliveries on disk since the start.", traffic.Deliveries)
            .Add("beleg_deliveries_full_total", "counter", "Deliveries sent away because too many waited.", traffic.Full)
            .Add("beleg_deliveries_failed_total", "counter", "Deliveries sent away because the disk failed.", traffic.Failed)
            .Add("beleg_clicks_total", "counter", "Tagged links that led on.", traffic.Clicks)
            .Add("beleg_clicks_lost_total", "counter", "Of them those whose click could not be kept.", traffic.ClicksLost)
            .Add("beleg_memory_bytes", "gauge", "Resident memory.", Environment.WorkingSet);
        var names = data.State.Workspaces.List().Select(workspace => workspace.Name).ToList();
        foreach (var name in names)
            text.Add("beleg_behind", "gauge", "1 while the journal holds deliveries that the facts do not.", data.Open(name).Follower.Waiting > 0 ? 1 : 0, ("workspace", name));
        foreach (var name in names)
            text.Add("beleg_behind_seconds", "gauge", "How long the first delivery that the facts do not hold has waited.", data.Open(name).Follower.Behind.TotalSeconds, ("workspace", name));
        foreach (var name in names)
            foreach (var (step, spent) in data.Open(name).Follower.Times)
                text.Add("beleg_step_seconds_total", "counter", "Time spent in a step of the stream.", spent.TotalSeconds, ("workspace", name), ("step", step));
        foreach (var name in names)
            foreach (var count in data.State.Refusals.Counts(name))
                text.Add("beleg_refused_items", "gauge", "Items refused, by reason.", count.Items, ("workspace", name), ("source", count.Source), ("reason", State.Refusals.Code(count.Reason)));
        foreach (var name in names)
            foreach (var away in data.State.Door.List(name))
                text.Add("beleg_turned_away_total", "counter", "Requests turned away at the door.", away.Count, ("workspace", name), ("source", away.Source), ("reason", away.Reason));
        return text.ToString();
    }
}
