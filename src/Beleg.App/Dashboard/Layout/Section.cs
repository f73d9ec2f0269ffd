namespace Beleg.App.Dashboard.Layout;

/// <summary>Where in a workspace a page lies.</summary>
public enum Section
{
    None,
    Overview,
    Flows,
    Contacts,
    Roi,
    Metrics,
    Receipts,
    Findings,
    Proof,
    Links,
    Sources,
}
