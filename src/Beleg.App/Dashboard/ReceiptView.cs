using Beleg.App.Dashboard.Language;
using Beleg.App.Hosting;
using Beleg.Model;
using Beleg.Reports;
using Beleg.Reports.Receipts;

namespace Beleg.App.Dashboard;

/// <summary>Writes a receipt's amounts and sentences in the reader's language. Computes nothing.</summary>
internal static class ReceiptView
{
    public static Pages.ReceiptModel Of(Receipt receipt, OpenWorkspace workspace, Tongue tongue)
    {
        var (order, currency) = (receipt.Order, workspace.Currency.Code);
        string Written(long minor) => Print.Money(tongue, new Amount(minor, currency));
        var standard = receipt.Models.FirstOrDefault(model => model.Model == receipt.Versions.DefaultModel) ?? receipt.Models[0];
        return new Pages.ReceiptModel
        {
            Workspace = workspace.Name,
            Zone = workspace.Zone,
            Shop = order.Shop,
            OrderId = order.OrderId,
            PlacedAt = order.PlacedAt,
            State = OrderStates.Name(order.State),
            IsCounted = order.State == OrderState.Counted,
            IsNewCustomer = order.NewCustomer,
            Grade = receipt.Evidence.Grade == Evidence.None ? null : receipt.Evidence.Grade.ToString(),
            Rule = receipt.Evidence.Rule.In(tongue.Code),
            Captured = Print.Money(tongue, order.Gross),
            Original = order.GrossOriginal.Currency == currency ? null
                : (Print.Money(tongue, order.GrossOriginal), order.Rate?.ToString("0.######", tongue.Culture) ?? Print.None, order.RateDay is { } day ? Print.Day(tongue, day) : Print.None),
            Refunds = [.. receipt.Bookings.Where(booking => booking.Kind != "order").Select(booking => (booking.Kind == "chargeback" ? Texts.ChargebackOn : Texts.RefundOn, booking.At, Print.Money(tongue, booking.Amount)))],
            Net = Print.Money(tongue, order.Net),
            CreditedToChat = Written(standard.Attributed),
            Unattributed = Written(standard.OtherTouches + standard.Unattributed),
            DefaultModel = ModelNames.Of(tongue, standard.Model),
            Models = [.. receipt.Models.Select(model => ModelNames.Of(tongue, model.Model))],
            Touches = [.. receipt.Touches.Select(touch => new Pages.ReceiptTouch(
                tongue[Vocabulary.Of(touch.Kind)], Where(touch, tongue), touch.At, touch.IsChat, tongue.Say(Texts.BeforeOrder, Print.Span(tongue, touch.AgeMs)),
                [.. touch.Shares.Select(share => Written(share.Minor))], [.. touch.Shares.Select(share => Print.Share(tongue, share.Weight))], Window(touch.Window, tongue)))],
            Refused = [.. receipt.Refused.Select(touch => (tongue[Vocabulary.Of(touch.Kind)], WhereOf(touch, tongue), touch.At, tongue.Say(Texts.BeforeOrder, Print.Span(tongue, touch.AgeMs)), Window(touch.Window, tongue)))],
            RefusedCount = receipt.RefusedCount,
            Learned = [.. receipt.Learned.Select(learned => (ModelNames.Of(tongue, learned.Model), (learned.Refusal ?? learned.Basis).In(tongue.Code),
                (IReadOnlyList<(string, string)>)[.. learned.Shares.Select(share => (Written(share.Minor), Print.Share(tongue, share.Weight)))]))],
            Sums = [.. receipt.Models.Select(model => Written(model.Attributed + model.OtherTouches))],
            Events = [.. receipt.Events.Select(happened => new Pages.ReceiptEvent(happened.At, tongue[Vocabulary.Of(happened.Kind)], happened.Source, FormattableString.Invariant($"{happened.Seq}:{happened.Item}"), happened.Part == "touch" ? null : tongue[Vocabulary.Part(happened.Part)],
                happened.Conflict switch { null => null, "counts" => Texts.ConflictCounts, _ => Texts.ConflictReplaced }, receipt.Raw?.FirstOrDefault(raw => raw.Seq == happened.Seq && raw.Item == happened.Item)))],
            HasRaw = receipt.Raw is not null,
            Contact = order.Contact.ToString(),
            IsConservative = receipt.Evidence.Conservative,
            Shares = ReceiptCharts.Shares(receipt, currency, touch => tongue[Vocabulary.Of(touch.Kind)] + " " + Print.Moment(tongue, touch.At, workspace.Zone), model => ModelNames.Of(tongue, model)),
            AddsUp = receipt.Models.All(model => model is { Difference: 0, Recomputed: true }),
            Versions =
            [
                (Texts.VersionSoftware, receipt.Versions.Software), (Texts.VersionCodec, receipt.Versions.EventCodec.ToString(tongue.Culture)),
                (Texts.VersionLookBack, string.Join(", ", [tongue.Say(Texts.DaysCount, receipt.Versions.LookBackDays), .. receipt.Versions.Windows.Select(entry => tongue.Say(Texts.WindowEntry, WindowNames.Of(tongue, entry.Key), entry.Value))])), (Texts.VersionHalfLife, tongue.Say(Texts.DaysCount, receipt.Versions.HalfLifeDays)),
                (Texts.VersionModel, ModelNames.Of(tongue, receipt.Versions.DefaultModel)),
            ],
        };
    }

    private static string Window(ReceiptWindow window, Tongue tongue) =>
        tongue.Say(Texts.WindowOf, window.Days, tongue[WindowNames.Clock(window.ClockStarts)], WindowNames.Of(tongue, window.Rule));

    private static string? WhereOf(RefusedTouch touch, Tongue tongue) => touch.Kind == TouchKind.Visit ? null
        : string.Join(" · ", new[] { tongue[Vocabulary.Of(touch.Channel)], touch.Flow }.OfType<string>());

    private static string? Where(Reports.Receipts.ReceiptTouch touch, Tongue tongue)
    {
        string?[] parts = touch.TrafficChannel is { } traffic
            ? [tongue[Vocabulary.Of(traffic)]]
            : [tongue[Vocabulary.Of(touch.Channel)], touch.Flow, touch.Campaign, touch.EntryPoint is { } entry ? tongue[Vocabulary.Of(entry)] : null];
        return string.Join(" · ", parts.OfType<string>().Where(part => part.Length > 0)) is { Length: > 0 } text ? text : null;
    }
}
