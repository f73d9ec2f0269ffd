using System.Net;
using Beleg.EndToEnd.Support;

namespace Beleg.EndToEnd.Http;

/// <summary>The way in and out of the pages.</summary>
[Trait("Speed", "Slow")]
public sealed class SignInTests
{
    [Fact]
    public async Task ALinkWorksOnceThenThePasswordDoes()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        var link = new Uri((await beleg.RunAsync("sign-in-link")).Ok().Trim()).AbsolutePath;
        var first = await beleg.Http.GetStringAsync(link);
        (await beleg.Http.GetStringAsync(link)).ShouldContain("_form", customMessage: "looking at the link must not use it up");
        var token = link.Split('/')[^1];
        (await beleg.Http.PostAsync("/welcome", SignedIn.Form(first, ("token", token), ("password", "short")))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var entered = await beleg.Http.PostAsync("/welcome", SignedIn.Form(first, ("token", token), ("password", SignedIn.Password)));
        entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var cookie = entered.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("beleg_session=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly", Case.Insensitive);
        cookie.ShouldContain("samesite=lax", Case.Insensitive);
        (await beleg.Http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK);

        using var other = beleg.NewClient();
        (await other.PostAsync("/welcome", SignedIn.Form(await other.GetStringAsync(link), ("token", token), ("password", SignedIn.Password)))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        var door = await other.GetStringAsync("/sign-in");
        (await other.PostAsync("/sign-in", SignedIn.Form(door, ("email", "owner@localhost"), ("password", SignedIn.Password), ("return", "//evil.example")))).Headers.Location!.ToString().ShouldBe("/");

        await beleg.Http.PostAsync("/sign-out", SignedIn.Form(await beleg.Http.GetStringAsync("/")));
        (await beleg.Http.GetAsync("/")).Headers.Location!.ToString().ShouldStartWith("/sign-in");
    }

    [Fact]
    public async Task AFormThatIsNotOursIsRefused()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        (await beleg.RunAsync("workspace", "create", "ours")).Ok();
        await beleg.SignInAsync(beleg.Http);
        using var forged = new FormUrlEncodedContent([KeyValuePair.Create("domains", "evil.example")]);
        (await beleg.Http.PostAsync("/w/ours/links/domains", forged)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await beleg.RunAsync("workspace", "settings", "ours")).Ok().ShouldNotContain("evil.example");
        (await beleg.Http.PostAsync("/sign-in", forged)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task GuessingIsSlowedDown()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        await beleg.SignInAsync(beleg.Http);
        using var thief = beleg.NewClient();
        var door = await thief.GetStringAsync("/sign-in");
        HttpResponseMessage answer = null!;
        for (var guess = 0; guess < 6; guess++)
            answer = await thief.PostAsync("/sign-in", SignedIn.Form(door, ("email", "owner@localhost"), ("password", $"guess number {guess}")));
        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Headers.RetryAfter.ShouldNotBeNull();
        (await thief.PostAsync("/sign-in", SignedIn.Form(door, ("email", "owner@localhost"), ("password", SignedIn.Password)))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task EveryAnswerTellsTheBrowserToRunNothingButOurs()
    {
        await using var beleg = await RunningBeleg.StartAsync();
        foreach (var path in new[] { "/sign-in", "/healthz", "/api/x/query", "/beleg.css" })
        {
            var answer = await beleg.Http.GetAsync(path);
            var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'none'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            answer.Headers.Contains("Server").ShouldBeFalse();
        }
    }
}
