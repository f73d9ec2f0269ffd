using Beleg.App.Dashboard.Language;
using Beleg.Model;

namespace Beleg.App.Dashboard;

/// <summary>Whether an order counts, in words.</summary>
internal static class OrderStates
{
    public static Phrase Name(OrderState state) => state switch
    {
        OrderState.Counted => Texts.StateCounted,
        OrderState.Unpaid => Texts.StateUnpaid,
        OrderState.Cart => Texts.StateCart,
        OrderState.Test => Texts.StateTest,
        OrderState.Cancelled => Texts.StateCancelled,
        OrderState.Fraud => Texts.StateFraud,
        _ => Texts.StateRateMissing,
    };
}
