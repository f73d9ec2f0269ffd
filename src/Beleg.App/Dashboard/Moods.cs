using Beleg.Ledger;
using Beleg.Sources;

namespace Beleg.App.Dashboard;

/// <summary>How a state looks beside its word: ok, warn, bad, or nothing.</summary>
internal static class Moods
{
    public static string Of(LeadStatus status) => status switch
    {
        LeadStatus.Won => "ok",
        LeadStatus.Lost => "bad",
        LeadStatus.Qualified => "warn",
        _ => "",
    };

    public static string Of(HypothesisState state) => state switch
    {
        HypothesisState.OnTrack or HypothesisState.Reached => "ok",
        HypothesisState.Behind => "warn",
        HypothesisState.Missed => "bad",
        _ => "",
    };
}
