using Microsoft.Playwright;

namespace Beleg.EndToEnd.Support;

/// <summary>A visit of a page that says how the server answered.</summary>
internal static class Visit
{
    // TRICKY: on a busy machine the browser may show a page without having told of its answer (GotoAsync gives null); the answer is asked for again then.
    public static async Task<int> VisitAsync(this IPage page, string address) =>
        (await page.GotoAsync(address))?.Status ?? (await page.APIRequest.GetAsync(address)).Status;
}
