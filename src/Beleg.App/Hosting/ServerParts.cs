using Beleg.App.Api;
using Beleg.App.Dashboard;
using Beleg.State;
using Beleg.App.Security;
using Beleg.App.Workers;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace Beleg.App.Hosting;

/// <summary>What the server is made of, and which addresses it answers.</summary>
internal static class ServerParts
{
    public static void Add(IServiceCollection services, Installation data)
    {
        services.AddSingleton(data.Journal).AddSingleton(data.State).AddSingleton(data.State.Door).AddSingleton(data.State.ApiKeys).AddSingleton(data.Clock);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<Traffic>().AddSingleton<SourceRoutes>().AddSingleton<WriteKeys>().AddSingleton<Intake>().AddSingleton<SegmentEndpoints>().AddSingleton<PageDoor>();
        services.AddSingleton<ApiDoor>().AddSingleton<ContactEndpoints>().AddSingleton<BookEndpoints>().AddSingleton<ExperimentEndpoints>().AddSingleton<MetricTableEndpoints>().AddSingleton<LinkEndpoints>().AddSingleton<SourcesEndpoint>().AddSingleton<ReportEndpoints>().AddSingleton<RedirectEndpoint>();
        services.AddSingleton<ProofPrints>().AddSingleton<ShareEndpoints>();
        services.AddHostedService<Projector>();
        services.AddHttpContextAccessor().AddScoped<Visitor>();
        services.AddRazorComponents();
        services.AddResponseCompression(press => press.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml", "application/json"]);
        services.Configure<KeyManagementOptions>(keys => (keys.XmlRepository, keys.XmlEncryptor) = (new FleetingKeys(), new NullXmlEncryptor()));
        services.AddAntiforgery(form =>
        {
            (form.FormFieldName, form.Cookie.Name, form.SuppressXFrameOptionsHeader) = ("_form", "beleg_form", true);
            (form.Cookie.SameSite, form.Cookie.HttpOnly, form.Cookie.SecurePolicy) = (SameSiteMode.Strict, true, CookieSecurePolicy.SameAsRequest);
        });
    }

    public static void Map(WebApplication app, Installation data, string secret)
    {
        var door = app.Services.GetRequiredService<PageDoor>();
        HealthEndpoints.Map(app, data);
        LocalCommandEndpoint.Map(app, new DirectoryOwner(Environment.ProcessId, "", secret), data);
        var api = app.Services.GetRequiredService<ApiDoor>();
        app.Services.GetRequiredService<SegmentEndpoints>().Map(app);
        app.Services.GetRequiredService<RedirectEndpoint>().Map(app);
        app.Services.GetRequiredService<LinkEndpoints>().Map(app, api);
        app.Services.GetRequiredService<SourcesEndpoint>().Map(app, api);
        FigureEndpoints.Map(app, api);
        InsightEndpoints.Map(app, api, data);
        FlowEndpoints.Map(app, api);
        app.Services.GetRequiredService<ContactEndpoints>().Map(app, api);
        app.Services.GetRequiredService<BookEndpoints>().Map(app, api);
        app.Services.GetRequiredService<MetricTableEndpoints>().Map(app, api);
        StatisticsEndpoints.Map(app, api);
        WhyEndpoints.Map(app, api);
        app.Services.GetRequiredService<ExperimentEndpoints>().Map(app, api);
        new SwitchEndpoints(data).Map(app, api);
        app.Services.GetRequiredService<ReportEndpoints>().Map(app, api);
        app.Services.GetRequiredService<ShareEndpoints>().Map(app, api);
        VerifyEndpoint.Map(app, data);
        PrometheusEndpoint.Map(app, api, data, app.Services.GetRequiredService<Traffic>());
        PageRoutes.Map(app, door);
        // An address that ends like a file's is one of ours, too: without its own pattern the framework would answer it with nothing.
        app.MapFallback("{*path}", http => http.Request.Path.StartsWithSegments("/api") || http.Request.Path.StartsWithSegments("/v1") || !(HttpMethods.IsGet(http.Request.Method) || PageDoor.IsForAPerson(http))
            ? Problem.NotFound("There is nothing at this address.").WriteAsync(http)
            : PageDoor.NotFoundAsync(http));
    }
}
