namespace Beleg.App.Dashboard;

/// <summary>Which address shows which page.</summary>
internal static class PageRoutes
{
    public static void Map(IEndpointRouteBuilder routes, PageDoor door)
    {
        SignInEndpoints.Map(routes, door);
        PeoplePages.Map(routes, door);
        routes.MapGet("/", door.SignedIn(StartEndpoint.ShowAsync));
        routes.MapGet("/w/{workspace}", door.SignedIn(OverviewEndpoint.ShowAsync));
        MetricEndpoints.Map(routes, door);
        RoiPages.Map(routes, door);
        routes.MapGet("/w/{workspace}/figures", door.SignedIn(OverviewEndpoint.ShowAllAsync));
        routes.MapGet("/w/{workspace}/rows/{metric}.csv", door.SignedIn(RowPages.DownloadAsync));
        routes.MapGet("/w/{workspace}/rows/{metric}", door.SignedIn(RowPages.ShowAsync));
        routes.MapPost("/w/{workspace}/notes/{subject}", door.Form(NotePages.ChangeAsync));
        routes.MapGet("/w/{workspace}/receipts", door.SignedIn(ReceiptPages.ShowListAsync));
        routes.MapGet("/w/{workspace}/receipts/{shop}/{order}", door.SignedIn(ReceiptPages.ShowOneAsync));
        WhyPages.Map(routes, door);
        InsightPages.Map(routes, door);
        ProofPages.Map(routes, door);
        ContactPages.Map(routes, door);
        FlowPages.Map(routes, door);
        StatisticsPages.Map(routes, door);
        ExperimentPages.Map(routes, door);
        routes.MapGet("/w/{workspace}/sources", door.SignedIn(SourceEndpoints.ShowAsync));
        routes.MapPost("/w/{workspace}/sources", door.Form(SourceEndpoints.AddAsync));
        routes.MapPost("/w/{workspace}/sources/again", door.Form(SourceEndpoints.TranslateAgainAsync));
        routes.MapGet("/w/{workspace}/links", door.SignedIn(LinkPages.ShowAsync));
        routes.MapPost("/w/{workspace}/links", door.Form(LinkPages.MakeAsync));
        routes.MapPost("/w/{workspace}/links/contact", door.Form(LinkPages.SignAsync));
        routes.MapPost("/w/{workspace}/links/domains", door.Form(LinkPages.SaveDomainsAsync));
    }
}
