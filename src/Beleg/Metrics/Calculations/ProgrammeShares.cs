using Beleg.Primitives;

namespace Beleg.Metrics.Calculations;

/// <summary>
/// What the parts of a programme cost. What names a flow or a channel is theirs; what several use is shared between them by the automated
/// conversations each had in that month; what names nothing is shared by all. The parts add up to the whole to the minor unit.
/// </summary>
internal sealed class ProgrammeShares(ProgrammeBooks books, FlowOutcomes outcomes)
{
    private readonly Dictionary<Period, IReadOnlyDictionary<ProgrammeCell, long>> known = [];

    /// <summary>The cells that cost anything in a period.</summary>
    public IEnumerable<ProgrammeCell> Cells(Period period) => Amortised(period).Keys;

    /// <summary>Programme cost of a part, one-off costs spread: minor units.</summary>
    public long Amortised(Period period, Func<ProgrammeCell, bool> which) => Amortised(period).Where(cell => which(cell.Key)).Sum(cell => cell.Value);

    /// <summary>What of it names that part and nothing outside of it.</summary>
    public long Own(Period period, Func<ProgrammeCell, bool> which) => (long)decimal.Round(
        Pieces(period).SelectMany(piece => books.Items(piece).Where(item => (item.Flow is not null || item.Channel is not null) && Places(item, piece).All(place => which(place.Cell)))).Sum(item => item.Minor),
        0, MidpointRounding.ToEven);

    /// <summary>Programme cost of a part without one-off lines.</summary>
    public long Running(Period month, Func<ProgrammeCell, bool> which) =>
        Part(Spread(books.Running(month), [(month, books.RunningItems(month))]), which);

    /// <summary>One-off lines of some days, whole, shared by the conversations of another period.</summary>
    public long Once(Period days, Period by, Func<ProgrammeCell, bool> which) =>
        Part(Spread(books.Once(days), [(by, books.OnceItems(days))]), which);

    private IReadOnlyDictionary<ProgrammeCell, long> Amortised(Period period) => known.TryGetValue(period, out var found) ? found
        : known[period] = Spread(books.Amortised(period), Pieces(period).Select(piece => (piece, books.Items(piece))));

    // Each month by its own conversations, so that a quarter is what its months come to.
    private static IEnumerable<Period> Pieces(Period period) => period.Split(Grain.Month);

    private static long Part(IReadOnlyDictionary<ProgrammeCell, long> cells, Func<ProgrammeCell, bool> which) => cells.Where(cell => which(cell.Key)).Sum(cell => cell.Value);

    private Dictionary<ProgrammeCell, long> Spread(long total, IEnumerable<(Period By, IEnumerable<CostItem> Items)> pieces)
    {
        var exact = new Dictionary<ProgrammeCell, decimal>();
        foreach (var (by, items) in pieces)
            foreach (var item in items)
                foreach (var (cell, share) in Places(item, by))
                    exact[cell] = exact.GetValueOrDefault(cell) + item.Minor * share;
        ProgrammeCell[] cells = [.. exact.Keys];
        return cells.Zip(Apportion.Round(total, [.. cells.Select(cell => exact[cell])])).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    // Where nobody talked in those days, whatever cost money stays with what it names.
    private IEnumerable<(ProgrammeCell Cell, decimal Share)> Places(CostItem item, Period by)
    {
        CellOutcome[] places =
        [
            .. outcomes.Cells(by).Where(cell => cell.Automated > 0
                && (item.Flow is null || cell.Cell.Flow == item.Flow) && (item.Channel is null || !outcomes.TellsChannels || cell.Cell.Channel == item.Channel)),
        ];
        return places.Length == 0
            ? [(new ProgrammeCell(item.Flow, outcomes.TellsChannels ? item.Channel : null), 1m)]
            : places.Select(place => place.Cell).Zip(Apportion.Fractions([.. places.Select(place => (decimal)place.Automated)]));
    }
}
