using Beleg.Primitives;
using Beleg.Sources.Normalising;
using NodaTime;
using NodaTime.Text;
using static Beleg.Sources.Track.Properties;

namespace Beleg.Sources.Track;

/// <summary>Costs, rates, assumptions, totals and the acts of an operator.</summary>
internal static class LedgerEvents
{
    private static readonly Property[] Cost =
    [
        CostId, Kind, Recurrence, Properties.Period, From, To, AmountPaid, Properties.Currency, Flow, Campaign, Quantity, Hours, Properties.Rate, Human,
    ];

    private static readonly Property[] Pair = [A, B, Reason];

    public static IEnumerable<EventDefinition> All { get; } =
    [
        new(EventKind.CostRecorded, "Cost Recorded", "A line of the cost ledger.", Trust.Server, Sources.Actor.Unknown, [Kind, Properties.Currency], Cost, Record),
        new(EventKind.AssumptionSet, "Assumption Set", "A number agreed with Finance.", Trust.Server, Sources.Actor.Human, [AssumptionId, Value],
            [AssumptionId, Value, Low, High, Unit, Basis, Owner, Approver, ValidFrom], Assume),
        new(EventKind.MessageRateSet, "Message Rate Set", "A line of a dated rate card.", Trust.Server, Sources.Actor.Unknown, [Category, Properties.Rate, Properties.Currency],
            [CountryCallingCode, Country, Category, Properties.Rate, Properties.Currency, ValidFrom], PriceMessages),
        new(EventKind.ExchangeRateSet, "Exchange Rate Set", "One currency pair on one day.", Trust.Server, Sources.Actor.Unknown, [From, To, Properties.Rate],
            [From, To, Properties.Rate, Date, ValidFrom], Exchange),
        new(EventKind.ShopTotalReported, "Shop Total Reported", "The shop's own sum for a period.", Trust.Server, Sources.Actor.Unknown, [AmountPaid, Properties.Currency],
            [Shop, Properties.Period, From, To, AmountPaid, Properties.Currency, Orders], ReportTotal),
        new(EventKind.MetricAgreed, "Metric Agreed", "Who answers for a metric, and its target.", Trust.Server, Sources.Actor.Human, [MetricId],
            [MetricId, Owner, Target], Agree),
        new(EventKind.HypothesisSet, "Hypothesis Set", "What the programme is to bring, by when.", Trust.Server, Sources.Actor.Human, [HypothesisId, MetricId, Target, Due],
            [HypothesisId, MetricId, Statement, StatementDe, Baseline, Target, ValidFrom, Due, Owner, Closed], Expect),
        new(EventKind.ContactsMerged, "Contacts Merged", "Two identifiers are one person.", Trust.Server, Sources.Actor.Human, [A, B], Pair, Merge),
        new(EventKind.MergeUndone, "Merge Undone", "Two identifiers are not one person.", Trust.Server, Sources.Actor.Human, [A, B], Pair, Merge),
    ];

    private static CostPayload Record(PropertyReader r)
    {
        var currency = r.Currency();
        var kind = r.Required(Kind);
        var (from, to) = Days(r);
        var rated = from is not null && to is not null ? CostRecurrence.Period : CostRecurrence.Once;
        return new CostPayload
        {
            CostId = r.Text(CostId) ?? r.Envelope.Id.ToString(),
            Cost = kind,
            Recurrence = r.Label<CostRecurrence>(Recurrence) ?? rated,
            From = from,
            To = to,
            AmountMinor = r.Amount(AmountPaid, currency) ?? Product(r, currency),
            Currency = currency?.Code ?? string.Empty,
            CostFlow = r.Text(Flow) ?? r.Text(FlowId),
            CostCampaign = r.Text(Campaign) ?? r.Text(CampaignId),
            CostChannel = r.Text(Properties.Channel) is null ? null : Labels<Channel>.Of(r.Envelope.Channel),
            Human = r.Bool(Human) ?? kind == "agents",
        };
    }

    // Hours or pieces at a rate; more decimals than the currency has are rounded half to even, once.
    private static long Product(PropertyReader r, Currency? currency)
    {
        var count = r.Number(Hours) ?? r.Number(Quantity);
        var rate = r.Number(Properties.Rate);
        if (count is null || rate is null || currency is null)
        {
            r.Fail(RefusalReason.MalformedItem, "'amount' is missing, and no hours or quantity with a rate to make it of.");
            return 0;
        }

        if (count is < 0 or > Money.MaxMinor || rate is < 0 or > Money.MaxMinor || count * rate > Money.MaxMinor / currency.MinorPerMajor)
        {
            r.Fail(RefusalReason.AmountOutOfRange, "Hours or quantity times the rate is negative or over 10^12 minor units.");
            return 0;
        }

        return Money.FromMajor(count.Value * rate.Value, currency).Minor;
    }

    private static (LocalDate? From, LocalDate? To) Days(PropertyReader r)
    {
        var period = r[Properties.Period];
        var from = r.Day(From);
        var to = r.Day(To);
        if (period.IsObject)
        {
            from ??= DayOf(r, period["from"u8].Text());
            to ??= DayOf(r, period["to"u8].Text());
        }
        else if (r.Text(Properties.Period) is { } text)
        {
            var slash = text.IndexOf('/', StringComparison.Ordinal);
            if (slash > 0)
            {
                from ??= DayOf(r, text[..slash]);
                to ??= DayOf(r, text[(slash + 1)..]);
            }
            else
            {
                var month = YearMonthPattern.Iso.Parse(text);
                if (month.Success)
                    (from, to) = (month.Value.OnDayOfMonth(1), month.Value.OnDayOfMonth(1).PlusMonths(1));
                else
                    r.Fail(Properties.Period, "must be a month such as 2026-08 or two days such as 2026-08-01/2026-09-01");
            }
        }

        if (to <= from)
            r.Fail(To, "must come after 'from': it is the day after the last");
        return (from, to);
    }

    private static LocalDate? DayOf(PropertyReader r, string? text) => text is null ? null : r.DayOf(Properties.Period, text);

    private static AssumptionPayload Assume(PropertyReader r) => new()
    {
        AssumptionId = r.Required(AssumptionId),
        Value = r.Number(Value),
        Low = r.Number(Low),
        High = r.Number(High),
        Unit = r.Text(Unit),
        Basis = r.Text(Basis),
        Owner = r.Text(Owner),
        Approver = r.Text(Approver),
        ValidFrom = r.Day(ValidFrom),
    };

    private static AgreementPayload Agree(PropertyReader r) => new()
    {
        MetricId = r.Required(MetricId),
        Owner = r.Text(Owner),
        Target = r.Number(Target),
    };

    private static HypothesisPayload Expect(PropertyReader r)
    {
        var (from, due) = (r.Day(ValidFrom), r.Day(Due));
        if (due <= from)
            r.Fail(Due, "must come after 'valid_from', the day of the baseline");
        return new HypothesisPayload
        {
            HypothesisId = r.Required(HypothesisId),
            MetricId = r.Required(MetricId),
            Statement = r.Text(Statement),
            StatementDe = r.Text(StatementDe),
            Baseline = r.Number(Baseline),
            Target = r.Number(Target),
            From = from,
            Due = due,
            Owner = r.Text(Owner),
            Closed = r.Bool(Closed) ?? false,
        };
    }

    private static RatePayload PriceMessages(PropertyReader r)
    {
        var code = r.Text(CountryCallingCode);
        var country = r.Text(Country);
        if (code is null && country is not null and not "*")
        {
            code = NumberingPlan.CallingCodeOf(country);
            if (code is null)
                r.Fail(Country, "must be a region of ISO 3166");
        }

        return new RatePayload
        {
            From = code?.TrimStart('+') ?? "*",
            To = r.Required(Category).ToLowerInvariant(),
            RateChannel = r.Text(Properties.Channel) is null ? null : Labels<Channel>.Of(r.Envelope.Channel),
            Rate = Positive(r),
            Currency = r.Currency()?.Code,
            Day = r.Day(ValidFrom),
        };
    }

    private static RatePayload Exchange(PropertyReader r) => new()
    {
        From = CodeOf(r, From),
        To = CodeOf(r, To),
        Rate = Positive(r),
        Day = r.Day(Date) ?? r.Day(ValidFrom),
    };

    private static decimal? Positive(PropertyReader r)
    {
        var rate = r.Number(Properties.Rate);
        if (rate < 0)
            r.Fail(RefusalReason.AmountOutOfRange, "'rate' is negative.");
        return rate;
    }

    private static string CodeOf(PropertyReader r, Property property)
    {
        if (Primitives.Currency.TryFind(r.Required(property), out var currency))
            return currency.Code;
        r.Fail(RefusalReason.UnknownCurrency, $"'{property.Name}' is not a code of ISO 4217.");
        return string.Empty;
    }

    private static ShopTotalPayload ReportTotal(PropertyReader r)
    {
        var currency = r.Currency();
        var (from, to) = Days(r);
        return new ShopTotalPayload
        {
            Shop = r.Text(Shop) ?? r.Call.Shop,
            From = from,
            To = to,
            AmountMinor = r.Amount(AmountPaid, currency) ?? 0,
            Currency = currency?.Code ?? string.Empty,
            Orders = r.Int(Orders),
        };
    }

    private static MergePayload Merge(PropertyReader r) => new()
    {
        A = IdentifierReader.KeyOf(r, A),
        B = IdentifierReader.KeyOf(r, B),
        Reason = r.Text(Reason),
    };
}
