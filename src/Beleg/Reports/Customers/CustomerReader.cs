using Beleg.Metrics;
using Beleg.Primitives;
using Beleg.Statistics;
using Beleg.Statistics.CustomerValue;
using Beleg.Warehouse;
using NodaTime;

namespace Beleg.Reports.Customers;

/// <summary>Reads what customers are worth from the orders that count.</summary>
public static class CustomerReader
{
    /// <summary>The horizon of what is expected, in months.</summary>
    public const int Horizon = 12;

    /// <summary>The discount rate of a year.</summary>
    public const decimal DiscountPerYear = .10m;

    private const int FewRepeaters = 100;
    private const int CheckWeeks = 13;
    private const int MostCohorts = 12;
    private const double WeeksPerMonth = 365.25 / 7 / 12;

    /// <summary>The report of everything up to the end of a period.</summary>
    /// <exception cref="WarehouseUnavailableException">The facts are being rebuilt.</exception>
    public static Task<CustomerReport> ReadAsync(MetricEngine engine, WorkspaceWarehouse warehouse, MetricSettings settings, Period period, CancellationToken cancellation) =>
        engine.ReadAsync(warehouse, facts => Read(facts, settings, period), cancellation);

    internal static CustomerReport Read(FactReader facts, MetricSettings settings, Period period)
    {
        var (currency, until) = (Currency.Find(settings.Currency), period.To.PlusDays(-1));
        var orders = facts.Rows(
            """
            SELECT dense_rank() OVER (ORDER BY contact), day, net_minor FROM orders
            WHERE state = 'counted' AND net_minor > 0 AND day < ?::date ORDER BY contact, day
            """,
            [period.To], row => (Customer: row.Long(0), Day: row.Date(1), Minor: row.Long(2)));
        var histories = PurchaseHistories.Of(orders.Select(o => (o.Customer, o.Day, (double)new Money(o.Minor, currency).ToMajor())), until).Values.ToList();
        var (value, perYear, years) = Historic(orders, currency, until, settings.ActiveWindowDays);
        var repeaters = histories.Count(h => h.Purchases.Repeats > 0);
        var retention = RetentionReader.Read(facts, settings, period);
        var outlook = repeaters < FewRepeaters ? null : Outlook(histories, orders, currency, until);
        return new CustomerReport
        {
            Until = until,
            Currency = settings.Currency,
            Customers = histories.Count,
            Repeaters = repeaters,
            OrderValue = value,
            OrdersPerYear = perYear,
            Years = years,
            Historic = value is { } v && perYear is { } p && years is { } y ? Math.Round(Textbook.LifetimeValue(v, p, y), currency.Decimals) : null,
            Retention = retention,
            ActiveWindowDays = settings.ActiveWindowDays,
            Outlook = outlook,
            Cohorts = Cohorts(orders, until),
            Cautions = [.. Cautions(repeaters, outlook), .. RetentionReader.Doubts(retention, orders.Count == 0 ? null : orders.Min(o => o.Day), settings.ActiveWindowDays)],
        };
    }

    private static (decimal? Value, decimal? PerYear, decimal? Years) Historic(List<(long Customer, LocalDate Day, long Minor)> orders, Currency currency, LocalDate until, int window)
    {
        var (year, before) = (until.PlusDays(-window), until.PlusDays(-2 * window));
        var active = orders.Where(o => o.Day > year).ToList();
        var (now, then) = (active.Select(o => o.Customer).ToHashSet(), orders.Where(o => o.Day > before && o.Day <= year).Select(o => o.Customer).ToHashSet());
        var churn = Textbook.ChurnRate(now.Count, now.Count(c => !then.Contains(c)), then.Count);
        return (
            Textbook.AverageOrderValue(new Money(orders.Sum(o => o.Minor), currency).ToMajor(), orders.Count),
            now.Count == 0 ? null : (decimal)active.Count / now.Count * 365 / window,
            churn is > 0 ? 1 / churn * window / 365 : null);
    }

    private static CustomerOutlook? Outlook(
        List<(Purchases Purchases, double MeanValue)> histories, List<(long Customer, LocalDate Day, long Minor)> orders, Currency currency, LocalDate until)
    {
        if (BgNbd.Fit(histories.Select(h => h.Purchases)) is not { } model || GammaGamma.Fit(histories.Select(h => (h.Purchases.Repeats, h.MeanValue))) is not { PopulationMean: not null } spending)
            return null;
        var lifetime = new LifetimeValue(model, spending);
        var discount = LifetimeValue.PerStep((double)DiscountPerYear, 12);

        // Customers with one history have one expectation: most have bought once.
        var (purchases, value) = (0d, 0d);
        foreach (var same in histories.GroupBy(h => h))
        {
            purchases += same.Count() * model.Expected(same.Key.Purchases, Horizon * WeeksPerMonth);
            value += same.Count() * lifetime.Of(same.Key.Purchases, same.Key.MeanValue, WeeksPerMonth, Horizon, discount)!.Value;
        }

        if (!(value <= ExpectedValue.MostValue))
            return null;
        decimal Rounded(double amount) => Math.Round((decimal)amount, currency.Decimals);
        return new CustomerOutlook(
            Horizon, DiscountPerYear, purchases, Rounded(value), Rounded(value / histories.Count),
            lifetime.OfNewcomer(WeeksPerMonth, Horizon, discount) is { } newcomer and <= ExpectedValue.MostValue ? Rounded(newcomer) : null,
            histories.Where(h => h.Purchases.Repeats > 0).Average(h => model.ProbabilityAlive(h.Purchases)),
            [model.R, model.Alpha, model.A, model.B], [spending.P, spending.Q, spending.V],
            GammaGamma.Correlation(histories.Select(h => (h.Purchases.Repeats, h.MeanValue))), Check(orders, until));
    }

    // Fitted without the last thirteen weeks; asked about them of those who were customers before.
    private static CustomerCheck? Check(List<(long Customer, LocalDate Day, long Minor)> orders, LocalDate until)
    {
        var end = until.PlusDays(-7 * CheckWeeks);
        var before = PurchaseHistories.Of(orders.Select(o => (o.Customer, o.Day, 0d)), end);
        if (before.Count == 0 || before.Values.Max(h => h.Purchases.Age) < 2 * CheckWeeks || BgNbd.Fit(before.Values.Select(h => h.Purchases)) is not { } model)
            return null;
        var actual = orders.Where(o => o.Day > end && before.ContainsKey(o.Customer)).Select(o => (o.Customer, o.Day)).Distinct().Count();
        return new CustomerCheck(CheckWeeks, before.Values.Sum(h => model.Expected(h.Purchases, CheckWeeks)), actual);
    }

    private static CohortRow[] Cohorts(List<(long Customer, LocalDate Day, long Minor)> orders, LocalDate until)
    {
        var last = until.PlusDays(1).Day == 1 ? until.ToYearMonth() : until.ToYearMonth().PlusMonths(-1);
        return [.. CohortRetention.Of(orders.Select(o => (o.Customer, o.Day)), last).TakeLast(MostCohorts)
            .Select(c => new CohortRow(c.Month, c.Size, [.. c.Active.Select(a => (double)a / c.Size)]))];
    }

    private static IEnumerable<Words> Cautions(int repeaters, CustomerOutlook? outlook)
    {
        if (repeaters < FewRepeaters)
        {
            yield return ReportLanguage.Say(l => l.Pick(
                $"{l.Count(repeaters)} customers bought again; below {FewRepeaters} the models say nothing that could be relied on.",
                $"{l.Count(repeaters)} Kunden kauften wieder; unter {FewRepeaters} sagen die Modelle nichts, worauf Verlass wäre."));
        }

        if (outlook?.Correlation is { } correlation && Math.Abs(correlation) > .3)
        {
            yield return ReportLanguage.Say(l => l.Pick(
                $"Frequency and order value go together (correlation {l.Number((decimal)correlation, 2)}); the model takes them for independent, so single values may be off.",
                $"Häufigkeit und Bestellwert hängen zusammen (Korrelation {l.Number((decimal)correlation, 2)}); das Modell hält sie für unabhängig, einzelne Werte können danebenliegen."));
        }

        if (outlook?.Check is { IsFarOff: true } check)
        {
            yield return ReportLanguage.Say(l => l.Pick(
                $"Of the last {check.Weeks} weeks the model would have expected {l.Count((decimal)check.Expected)} purchases; {l.Count(check.Actual)} came. Read what it expects with care.",
                $"Von den letzten {check.Weeks} Wochen hätte das Modell {l.Count((decimal)check.Expected)} Käufe erwartet; es kamen {l.Count(check.Actual)}. Seine Erwartung ist mit Vorsicht zu lesen."));
        }

        yield return new Words(
            "Outside a contract nobody says that he leaves: churn is a silence longer than the window, and a longer window lowers it.",
            "Ohne Vertrag kündigt niemand: Abwanderung ist ein Schweigen über das Zeitfenster hinaus, und ein längeres Fenster senkt sie.");
    }
}
