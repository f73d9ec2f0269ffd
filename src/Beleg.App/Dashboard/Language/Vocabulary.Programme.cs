using Beleg.Ledger;
using Beleg.Reports.Contacts;

namespace Beleg.App.Dashboard.Language;

/// <summary>Words for the books of a programme and for merging contacts.</summary>
internal static partial class Vocabulary
{
    public static Phrase Of(MergeReason reason) => reason switch
    {
        MergeReason.UnverifiedEmail => Texts.ReasonUnverifiedEmail,
        MergeReason.UnverifiedPhone => Texts.ReasonUnverifiedPhone,
        MergeReason.SharedHandle => Texts.ReasonSharedHandle,
        MergeReason.SameHandleElsewhere => Texts.ReasonSameHandle,
        MergeReason.SharedBrowser => Texts.ReasonSharedBrowser,
        _ => throw Unsaid(reason),
    };

    public static Phrase Of(HypothesisState state) => state switch
    {
        HypothesisState.OnTrack => Texts.StateOnTrack,
        HypothesisState.Behind => Texts.StateBehind,
        HypothesisState.Reached => Texts.StateReached,
        HypothesisState.Missed => Texts.StateMissed,
        HypothesisState.NoValue => Texts.StateNoValue,
        _ => throw Unsaid(state),
    };
}
