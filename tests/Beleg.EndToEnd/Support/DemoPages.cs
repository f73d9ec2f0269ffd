using Microsoft.Playwright;

namespace Beleg.EndToEnd.Support;

/// <summary>Every page of the demonstration, found as a visitor finds them: by the navigation, and by the first of each kind of thing.</summary>
internal static class DemoPages
{
    public static async Task SignInAsync(IPage page)
    {
        // The fixture has set the password; a browser signs in by the form.
        await page.Locator("input[name=email]").FillAsync("owner@localhost");
        await page.Locator("input[type=password]").FillAsync(SignedIn.Password);
        await page.Locator("button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/");
    }

    public static async Task<List<(string Path, string Name)>> PathsAsync(IPage page, Uri beleg)
    {
        await page.GotoAsync(new Uri(beleg, "/w/florist").ToString());
        var sections = await page.Locator(".nav a").EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))");
        var receipt = await FirstAsync(page, beleg, "/w/florist/receipts?month=2026-09", "main tbody a");
        var contact = await FirstAsync(page, beleg, receipt, "a[href*='/contacts/']");
        List<(string, string)> paths =
        [
            ("/", "start"),
            ("/w/florist?period=2026-09", "overview"),
            ("/w/florist?period=2026-08&flow=bouquet&compare=none", "overview-filtered"),
            ("/w/florist?period=2020-01", "overview-empty"),
            ("/w/wismo", "overview-wismo"),
            ("/w/saas", "overview-saas"),
            ("/w/florist/figures", "figures"),
            ("/w/florist/rows/revenue_per_chat?period=2026-09", "rows"),
            ("/w/florist/rows/net_value?period=2026-09", "made-of"),
            ("/w/florist/rows/csat?period=2020-01", "rows-empty"),
            ("/w/florist/metrics/revenue_per_chat", "metric"),
            ("/w/florist/metrics/clv", "metric-planned"),
            (receipt, "receipt"),
            (contact, "contact"),
            ("/w/florist/proof/2026-09", "proof-page"),
            ("/w/wismo/roi?month=2026-09", "roi-wismo"),
            ("/w/saas/flows", "flows-none"),
            ("/w/florist/findings?month=2026-08", "findings"),
            ("/w/florist/proof/2026-09/edit", "proof-edit"),
            ("/w/florist/shares", "shares"),
            ("/verify", "verify"),
            ("/w/florist/findings/dead_offer?month=2026-08&subject=bouquet/3/next-order-offer", "finding"),
            ("/w/wismo/cases", "cases"),
            ("/w/wismo/sensitivity", "sensitivity"),
            ("/w/florist/quality", "quality"),
            ("/w/saas/growth", "growth"),
            ("/w/florist/why/opener_dropoff", "why"),
            ("/w/florist/models", "models"),
            ("/w/florist/models/change?form=1&attribution_model=last&look_back_days=3&half_life_days=7", "models-change"),
            ("/w/florist/customers", "customers"),
            ("/w/florist/outlook", "outlook"),
            ("/w/florist/methods", "methods"),
            ("/w/florist/experiments?month=2025-12", "experiments"),
            ("/w/florist/experiments/refill-holdout", "experiment-decided"),
            ("/w/florist/experiments/letter-photo", "experiment-stopped"),
            ("/w/florist/experiments/opener-two-buttons", "experiment-draft"),
            ("/w/florist/experiments/letter-photo/contacts?arm=photo", "experiment-contacts"),
            ("/w/florist/experiments/new?rule=dead_offer&month=2026-08&subject=bouquet/3/next-order-offer", "experiment-form"),
            ("/w/florist/flows/refill?month=2025-12", "flow-lift"),
            ("/people", "people"),
            ("/w/nowhere", "not-found"),
        ];
        paths.AddRange(sections.Where(section => section != "/w/florist").Select(section => (section, "section-" + section.Split('/')[^1])));
        foreach (var (list, link, name) in new[] { ("/w/florist/flows", "main a[href*='/flows/']", "flow") })
        {
            if (sections.Contains(list) && await FirstOrNoneAsync(page, beleg, list, link) is { } first)
                paths.Add((first, name));
        }

        return paths;
    }

    private static async Task<string> FirstAsync(IPage page, Uri beleg, string path, string link) =>
        await FirstOrNoneAsync(page, beleg, path, link) ?? throw new InvalidOperationException($"{path} has no {link}.");

    private static async Task<string?> FirstOrNoneAsync(IPage page, Uri beleg, string path, string link)
    {
        await page.GotoAsync(new Uri(beleg, path).ToString());
        return await page.Locator(link).CountAsync() == 0 ? null : await page.Locator(link).First.GetAttributeAsync("href");
    }
}
