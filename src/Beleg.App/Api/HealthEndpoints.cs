using Beleg.App.Hosting;
using Beleg.Warehouse;

namespace Beleg.App.Api;

/// <summary>Whether the process lives, and whether it can do its work.</summary>
internal static class HealthEndpoints
{
    /// <summary>Bytes below which the next large delivery may not find room any more.</summary>
    private const long LeastRoom = 16L << 20;

    public static void Map(IEndpointRouteBuilder routes, Installation data)
    {
        routes.MapGet("/healthz", static http => http.Response.WriteAsync("ok\n"));
        var traffic = routes.ServiceProvider.GetRequiredService<Traffic>();
        routes.MapGet("/readyz", http => ReadyAsync(http, data, traffic));
    }

    private static async Task ReadyAsync(HttpContext http, Installation data, Traffic traffic)
    {
        var reasons = new List<string>();
        if (traffic.LastFailure is { } failure)
            reasons.Add("The journal cannot write: " + failure);
        if (new DriveInfo(data.Directory).AvailableFreeSpace is var free and < LeastRoom)
            reasons.Add($"The disk of the data directory is full: {free >> 20} MiB left.");
        foreach (var workspace in data.State.Workspaces.List())
            if (data.Open(workspace.Name).Warehouse is { State: not WarehouseState.Ready } warehouse)
                reasons.Add($"The facts of {workspace.Name} are being rebuilt: {warehouse.Reason}");
        if (reasons.Count > 0)
        {
            await Problem.Unavailable(string.Join(" ", reasons)).WriteAsync(http, retryAfterSeconds: 10);
            return;
        }

        await http.Response.WriteAsync("ready\n");
    }
}
