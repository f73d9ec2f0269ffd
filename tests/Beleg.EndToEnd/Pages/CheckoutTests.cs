using System.Net;
using System.Text;
using System.Text.Json;
using Beleg.EndToEnd.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beleg.EndToEnd.Pages;

/// <summary>A click in the chat, a shop on one host, its checkout on another: the click id arrives, in a real browser.</summary>
[Trait("Speed", "Slow")]
public sealed class CheckoutTests
{
    [Fact]
    public async Task TheClickIdCrossesToACheckoutOnAnotherHost()
    {
        await using var browser = await Browser.StartAsync("--host-resolver-rules=MAP shop.example 127.0.0.1,MAP pay.example 127.0.0.1");
        await using var beleg = await RunningBeleg.StartAsync();
        var arrived = new List<string>();
        await using var shop = await ShopAsync(beleg.Url, arrived);
        var port = PortOf(shop);
        (await beleg.RunAsync("workspace", "create", "ours")).Ok();
        (await beleg.RunAsync("workspace", "set", "ours", "link_domains", "shop.example")).Ok();
        var admin = (await beleg.RunAsync("key", "create", "ours", "--scope", "admin")).Ok().Trim();
        var link = await MakeLinkAsync(beleg, admin, $"http://shop.example:{port}/flowers");

        var page = await (await browser.OpenAsync()).NewPageAsync();
        await page.GotoAsync(link);
        new Uri(page.Url).Host.ShouldBe("shop.example");
        var bid = System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["bid"]!;
        // The next page of the shop knows nothing of the click in its address, and leads to the other host by a link and by a form.
        await page.GotoAsync($"http://shop.example:{port}/cart");
        await page.ClickAsync("a#pay");
        System.Web.HttpUtility.ParseQueryString(new Uri(page.Url).Query)["bid"].ShouldBe(bid);
        new Uri(page.Url).Host.ShouldBe("pay.example");
        await page.GotoAsync($"http://shop.example:{port}/cart");
        (await page.InputValueAsync("input[data-beleg-bid]")).ShouldBe(bid);
        await page.ClickAsync("button");
        await page.WaitForURLAsync("**/done");
        arrived.ShouldBe([bid]);
        await page.GotoAsync($"http://shop.example:{port}/cart");
        await page.ClickAsync("a#elsewhere");
        page.Url.ShouldNotContain(bid, customMessage: "a host that is not listed learns nothing");
    }

    private static async Task<WebApplication> ShopAsync(Uri beleg, List<string> arrived)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        string Script() => $"<script src=\"{new Uri(beleg, "/beleg.js")}\" data-domains=\"pay.example\" defer></script>";
        app.Run(async http =>
        {
            var port = http.Request.Host.Port;
            http.Response.ContentType = "text/html; charset=utf-8";
            if (http.Request.Host.Host == "pay.example" && HttpMethods.IsPost(http.Request.Method))
            {
                arrived.Add((await http.Request.ReadFormAsync())["bid"].ToString());
                http.Response.Redirect("/done");
                return;
            }

            await http.Response.WriteAsync(http.Request.Path == "/cart"
                ? $"""<title>Cart</title>{Script()}<a id="pay" href="http://pay.example:{port}/checkout">Pay</a> <a id="elsewhere" href="http://127.0.0.1:{port}/other">Other</a> <form method="post" action="http://pay.example:{port}/checkout"><input type="hidden" data-beleg-bid><button>Pay</button></form>"""
                : $"<title>Shop</title>{Script()}<p>Flowers</p>");
        });
        await app.StartAsync();
        return app;
    }

    private static int PortOf(WebApplication app) => new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    private static async Task<string> MakeLinkAsync(RunningBeleg beleg, string key, string target)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/ours/links") { Content = new StringContent(JsonSerializer.Serialize(new { target, channel = "whatsapp", flow = "f" }), Encoding.UTF8, "application/json") };
        request.Headers.Authorization = new("Bearer", key);
        var answer = await beleg.Http.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        using var made = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return made.RootElement.GetProperty("url").GetString()!;
    }
}
