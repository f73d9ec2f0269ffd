using Beleg.App.Dashboard.Language;
using Beleg.App.Security;

namespace Beleg.App.Dashboard.Layout;

/// <summary>The pages of findings in the order of their tabs, and which of them somebody is shown.</summary>
internal static class InsightTabs
{
    private static readonly (string Page, Phrase Text)[] all =
    [
        ("findings", Texts.Findings),
        ("cases", Texts.Cases),
        ("sensitivity", Texts.Sensitivity),
        ("quality", Texts.Quality),
        ("growth", Texts.Growth),
        ("models", Texts.ModelsBeside),
        ("customers", Texts.CustomersTitle),
        ("outlook", Texts.OutlookTitle),
        ("experiments", Texts.ExperimentsTitle),
    ];

    /// <summary>The tabs of a visitor: a client's end where the booked tier does. Models and customers are part of every tier.</summary>
    public static IEnumerable<(string Page, Phrase Text)> For(Visitor visitor) => all.Where(tab => ReportPages.OfPage(tab.Page) is not { } section || visitor.Shows(section));
}
