using Beleg.App.Api;
using Beleg.App.Dashboard;
using Beleg.Primitives;
using Beleg.Warehouse;

namespace Beleg.App.Hosting;

/// <summary>The outermost frame of a request: a mistake becomes 4xx, a warehouse under repair 503, a bug 500 and one line in the log.</summary>
internal sealed class Faults(ILogger logger)
{
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone.
        }
        catch (BadHttpRequestException malformed) when (!http.Response.HasStarted)
        {
            await (PageDoor.IsForAPerson(http) ? PageDoor.RefusedAsync(http, malformed)
                : (malformed.StatusCode == StatusCodes.Status413PayloadTooLarge ? Problem.TooLarge : Problem.BadRequest("The request could not be read.")).WriteAsync(http));
        }
        catch (InvalidDataException malformed) when (!http.Response.HasStarted && http.Request.HasFormContentType)
        {
            // More fields, or longer ones, than any form of ours has.
            await (PageDoor.IsForAPerson(http) ? PageDoor.RefusedAsync(http, malformed) : Problem.BadRequest("The form could not be read.").WriteAsync(http));
        }
        catch (UserErrorException mistake) when (!http.Response.HasStarted)
        {
            await (PageDoor.IsForAPerson(http) ? PageDoor.RefusedAsync(http, mistake) : Problem.BadRequest(mistake.Message).WriteAsync(http));
        }
        catch (WarehouseUnavailableException rebuilding) when (!http.Response.HasStarted)
        {
            await Problem.Rebuilding(rebuilding.Message).WriteAsync(http, retryAfterSeconds: 10);
        }
#pragma warning disable CA1031 // The outermost frame: whatever comes here is a bug.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            Log.RequestFailed(logger, bug, http.GetEndpoint()?.DisplayName ?? "(no route)");
            if (!http.Response.HasStarted)
                await (PageDoor.IsForAPerson(http) ? PageDoor.FailedAsync(http) : Problem.Bug.WriteAsync(http));
        }
    }
}
