using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Beleg.App.Hosting;
using Beleg.App.Security;
using Beleg.Reports.Growth;
using Beleg.State;
using Beleg.Tests.Support;
using Microsoft.AspNetCore.Routing;

namespace Beleg.Tests.App;

/// <summary>Every address of the real server, asked by everybody who should not get in.</summary>
public sealed partial class PolicyTests : IAsyncLifetime
{
    private readonly TemporaryDirectory directory = new();
    private Installation data = null!;
    private Server server = null!;
    private HttpClient http = null!;

    public async ValueTask InitializeAsync()
    {
        var master = Convert.ToBase64String(new byte[32]);
        data = Installation.Open(directory["data"], name => name == "BELEG_MASTER_KEY" ? master : null, TextWriter.Null);
        data.State.Workspaces.Create("florist");
        data.State.Workspaces.Create("baker");
        server = await Server.StartAsync(data, ServeOptions.Read("http://127.0.0.1:0", null, _ => null), TestContext.Current.CancellationToken);
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false }) { BaseAddress = server.Address };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await server.DisposeAsync();
        await data.DisposeAsync();
        directory.Dispose();
    }

    [Fact]
    public void EveryAddressAndActHasALineInThePolicyAndEveryLineAnAddress()
    {
        var mapped = Addresses().Select(address => address.Method + " " + address.Pattern).ToHashSet();

        Addresses().Where(address => Policy.Of(address.Method, address.Pattern) is null).Select(address => address.Method + " " + address.Pattern)
            .ShouldBeEmpty("say in src/Beleg.App/Security/Policy.cs whom they are for; until then they are for nobody");
        Policy.Lines.Keys.Select(line => line.Replace("?raw", "", StringComparison.Ordinal)).Where(line => !mapped.Contains(line)).ShouldBeEmpty("nothing answers there");
        mapped.Count.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void EveryReportHasItsPagesForPeopleAndForProgramsAndEachOfThemExists()
    {
        var mapped = Addresses().Select(address => address.Method + " " + address.Pattern).ToHashSet();

        ReportPages.Lines.Keys.Where(line => !mapped.Contains(line)).ShouldBeEmpty("nothing answers there");
        foreach (var section in Enum.GetValues<ReportSection>().Except(ReportPages.Talks))
        {
            var lines = ReportPages.Lines.Where(line => line.Value == section).Select(line => line.Key).ToList();
            lines.ShouldContain(line => line.StartsWith("GET /w/", StringComparison.Ordinal), $"{section} is kept from nobody: say in src/Beleg.App/Security/ReportPages.cs which pages it has");
            lines.ShouldContain(line => line.StartsWith("GET /api/", StringComparison.Ordinal), section.ToString());
        }

        ReportPages.Lines.Values.ShouldNotContain(section => ReportPages.Talks.Contains(section), "a talk that has a page is no talk any more");
        foreach (var line in ReportPages.Lines.Keys.Select(line => line.Split(' ')))
            Policy.Of(line[0], line[1]).ShouldBeOneOf([Audience.Viewer, Audience.Keyholder], line[1]);
    }

    [Theory]
    [InlineData("/findings")]
    [InlineData("/experiments")]
    public void WhatLiesBelowAReportsAddressBelongsToThatReport(string below)
    {
        var forViewers = Addresses().Where(address => address.Method == "GET" && address.Pattern.StartsWith("/w/{workspace}" + below, StringComparison.Ordinal) && Policy.Of("GET", address.Pattern) == Audience.Viewer).ToList();

        forViewers.Count.ShouldBeGreaterThan(1);
        forViewers.ShouldAllBe(address => ReportPages.Of(address.Method, address.Pattern) == ReportPages.OfPage(below.Substring(1)));
    }

    [Fact]
    public void TheLowestTierOfAReportIsTheFirstThatHasIt()
    {
        ReportPages.LeastTier(ReportSection.Proof).ShouldBe(RetainerTier.Essential);
        ReportPages.LeastTier(ReportSection.Findings).ShouldBe(RetainerTier.Growth);
        ReportPages.LeastTier(ReportSection.Forecast).ShouldBe(RetainerTier.Strategic);
        ReportPages.Of("GET", "/w/{workspace}/roi").ShouldBeNull();
    }

    [Fact]
    public void WhatNobodySpokeOfIsForNobody()
    {
        Policy.Of("GET", "/w/{workspace}/new-page").ShouldBeNull();
        Policy.Of("DELETE", "/w/{workspace}").ShouldBeNull();
        Policy.Of("GET", null).ShouldBeNull();
    }

    [Fact]
    public async Task WithoutASessionNoPageAndNoActIsReached()
    {
        foreach (var (method, pattern) in Addresses().Where(address => Policy.Of(address.Method, address.Pattern) is not (Audience.Anyone or Audience.Keyholder)))
        {
            using var answer = await AskAsync(method, At(pattern, "florist"), null);
            (answer.StatusCode, answer.Headers.Location?.OriginalString.Split('?')[0]).ShouldBe((HttpStatusCode.Redirect, "/sign-in"), $"{method} {pattern}");
        }

        foreach (var (method, pattern) in Api())
        {
            using var answer = await AskAsync(method, At(pattern, "florist"), null);
            answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, $"{method} {pattern}");
        }
    }

    [Fact]
    public async Task AWorkspaceThatIsNotOnesOwnLooksLikeOneThatIsNotThere()
    {
        var session = SessionOf("baker", Role.Admin);
        foreach (var (method, pattern) in Addresses().Where(address => address.Pattern.Contains("{workspace}", StringComparison.Ordinal)))
        {
            using var foreign = await AskAsync(method, At(pattern, "florist"), session);
            using var none = await AskAsync(method, At(pattern, "nowhere"), session);
            // Writing by the API takes a key; a session is told so whatever the workspace.
            foreign.StatusCode.ShouldBe(none.StatusCode, $"{method} {pattern}");
            none.StatusCode.ShouldBeOneOf(pattern.StartsWith("/api/", StringComparison.Ordinal) ? [HttpStatusCode.NotFound, HttpStatusCode.Unauthorized] : [HttpStatusCode.NotFound]);
            (await TextAsync(foreign)).Replace("florist", "nowhere", StringComparison.Ordinal).ShouldBe(await TextAsync(none), $"{method} {pattern}");
        }
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Editor)]
    public async Task NobodyReachesWhatTakesAHigherRoleNotEvenByAForgedForm(Role role)
    {
        var session = SessionOf("florist", role);
        var refused = 0;
        foreach (var (method, pattern) in Addresses())
        {
            var audience = Policy.Of(method, pattern);
            if (audience is not (Audience.Editor or Audience.Admin or Audience.AdminOfAll) || (role == Role.Editor && audience == Audience.Editor))
                continue;
            using var answer = await AskAsync(method, At(pattern, "florist"), session);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, $"{method} {pattern}");
            refused++;
        }

        refused.ShouldBeGreaterThan(role == Role.Viewer ? 20 : 7);
    }

    [Fact]
    public async Task AViewerReadsPagesWithoutAnyFormButTheWayOut()
    {
        var session = SessionOf("florist", Role.Viewer);
        // Pages that need nothing but the workspace: an empty one has no receipt or flow.
        foreach (var (_, pattern) in Addresses().Where(address => address.Method == "GET" && Policy.Of("GET", address.Pattern) == Audience.Viewer && address.Pattern.Count(letter => letter == '{') == 1))
        {
            using var answer = await AskAsync("GET", At(pattern, "florist"), session);
            answer.StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.Redirect], pattern);
            var html = await TextAsync(answer);
            html.Replace("<form method=\"post\" action=\"/sign-out\">", "", StringComparison.Ordinal).ShouldNotContain("method=\"post\"", Case.Insensitive, pattern);
        }
    }

    [Fact]
    public async Task WhatADeliverySaidWordForWordIsForEditors()
    {
        foreach (var address in new[] { "/w/florist/receipts/s/o?raw=true", "/api/florist/receipts/s/o?raw=true" })
        {
            using var viewer = await AskAsync("GET", address, SessionOf("florist", Role.Viewer));
            using var editor = await AskAsync("GET", address, SessionOf("florist", Role.Editor));
            (viewer.StatusCode, editor.StatusCode).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), address);
        }
    }

    [Fact]
    public async Task ARoleThatIsTakenOrLoweredIsGoneAtTheNextRequest()
    {
        Owner();
        var user = data.State.Users.Add("kim@example.org", "Kim");
        data.State.Roles.Give(user.Id, null, Role.Admin, "test");
        var session = data.State.Sessions.Create(user.Id);
        (await StatusAsync("/people", session)).ShouldBe(HttpStatusCode.OK);

        data.State.Roles.Give(user.Id, null, Role.Viewer, "test");
        ((await StatusAsync("/people", session)), await StatusAsync("/w/florist/contacts", session), await StatusAsync("/w/florist", session)).ShouldBe((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.OK));

        data.State.Roles.Give(user.Id, null, null, "test");
        (await StatusAsync("/w/florist", session)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task TheServersOwnFiguresTakeAnAdminOfAllWorkspaces()
    {
        (await StatusAsync("/metrics", SessionOf("florist", Role.Admin))).ShouldBe(HttpStatusCode.Forbidden, "they name every workspace");
        (await StatusAsync("/metrics", Owner())).ShouldBe(HttpStatusCode.OK);
    }

    private IEnumerable<(string Method, string Pattern)> Addresses() =>
        from route in server.Routes
        let pattern = route.RoutePattern.RawText!
        where !pattern.StartsWith("{*", StringComparison.Ordinal)
        from method in route.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select (method, pattern);

    private IEnumerable<(string Method, string Pattern)> Api() => Addresses().Where(address => address.Pattern.StartsWith("/api/{workspace}/", StringComparison.Ordinal));

    private static string At(string pattern, string workspace) => string.Join('/', pattern.Split('/').Select(part => part switch
    {
        "{workspace}" => workspace,
        "{month}" => "2026-09",
        "{metric}" => "aov",
        "{metric}.csv" => "aov.csv",
        "metrics.{format}" => "metrics.csv",
        "metric-table.{format}" => "metric-table.csv",
        "{file}" => "2026-09.json",
        "{person}" => "1",
        _ => part.Contains('{', StringComparison.Ordinal) ? "x" : part,
    }));

    private string Owner() => SessionOf(null, Role.Admin);

    private string SessionOf(string? workspace, Role role)
    {
        var user = data.State.Users.Add($"{Guid.NewGuid():n}@example.org", "Somebody");
        data.State.Roles.Give(user.Id, workspace, role, "test");
        return data.State.Sessions.Create(user.Id);
    }

    private async Task<HttpStatusCode> StatusAsync(string address, string session)
    {
        using var answer = await AskAsync("GET", address, session);
        return answer.StatusCode;
    }

    private async Task<HttpResponseMessage> AskAsync(string method, string address, string? session)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
        if (method is "POST" or "PUT")
            request.Content = new FormUrlEncodedContent([KeyValuePair.Create("role", "admin")]);
        if (session is not null)
            request.Headers.Add("Cookie", "beleg_session=" + session);
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    // The token of a form is another each time.
    private static async Task<string> TextAsync(HttpResponseMessage answer) =>
        Token().Replace(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), "");

    [GeneratedRegex("(?<=name=\"_form\" value=\")[^\"]+")]
    private static partial Regex Token();
}
