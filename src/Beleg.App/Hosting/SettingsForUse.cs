using System.Collections.Frozen;
using System.Globalization;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Primitives;
using Beleg.State.Settings;
using NodaTime;

namespace Beleg.App.Hosting;

/// <summary>A workspace's settings as the stations of the stream want them.</summary>
internal static class SettingsForUse
{
    /// <summary>For folding.</summary>
    public static FoldSettings Fold(WorkspaceSettings settings, KeyedHash hash) => new()
    {
        Hash = hash,
        Zone = settings.Zone,
        Currency = CurrencyOf(settings),
        ConversationGap = Duration.FromHours(settings.ConversationGapHours),
        Windows = Windows(settings),
        ClickRepeatWindow = Duration.FromMinutes(settings.ClickWindowMinutes),
        HalfLifeDays = settings.HalfLifeDays,
        TaxIncluded = settings.RevenueIncludesTax,
        ShippingIncluded = settings.RevenueIncludesShipping,
        MaxContactsPerIdentifier = settings.MaxContactsPerIdentifier,
        CancellationIntents = settings.CancellationIntents.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase),
        Calendar = settings.BusinessCalendars.Count == 0 ? null : new Model.BusinessCalendar(settings.BusinessCalendars.Select(Hours)),
    };

    /// <summary>For figures.</summary>
    public static MetricSettings Metrics(WorkspaceSettings settings) => new()
    {
        Currency = settings.Currency,
        Zone = settings.Zone,
        RecontactWindow = Duration.FromHours(settings.RecontactWindowHours),
        Windows = Windows(settings),
        Model = settings.AttributionModel,
        ActiveWindowDays = settings.ActiveWindowDays,
        RevenueBasis = Basis(settings),
        UpsellFlows = settings.UpsellFlows,
    };

    /// <summary>How far before an order each kind of touch may lie.</summary>
    public static TouchWindows Windows(WorkspaceSettings settings) => TouchWindows.Of(settings.LookBackDays, settings.LookBackWindows);

    public static Currency CurrencyOf(WorkspaceSettings settings) =>
        Currency.TryFind(settings.Currency, out var currency) ? currency : throw new InvalidOperationException("A workspace's currency was not checked.");

    private static string Basis(WorkspaceSettings settings) => string.Create(
        CultureInfo.InvariantCulture,
        $"captured minus refunded; tax {Side(settings.RevenueIncludesTax)}, shipping {Side(settings.RevenueIncludesShipping)}");

    private static string Side(bool isIn) => isIn ? "in" : "out";

    private static BusinessHours Hours(State.Settings.BusinessCalendar calendar) => new(
        calendar.FirstDay(),
        calendar.Hours.ToFrozenDictionary(
            day => Enum.Parse<IsoDayOfWeek>(day.Key, ignoreCase: true),
            day => (IReadOnlyList<BusinessDay>)[.. day.Value.Select(Span)]),
        calendar.Holidays.Select(day => NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value).ToFrozenSet());

    private static BusinessDay Span(string text)
    {
        var pattern = NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm");
        var ends = text.Split('-');
        return new BusinessDay(pattern.Parse(ends[0]).Value, pattern.Parse(ends[1]).Value);
    }
}
