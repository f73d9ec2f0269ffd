using System.Collections.Immutable;
using NodaTime;

namespace Beleg.Warehouse;

/// <summary>
/// When which month of which fact last changed: whoever keeps what was computed of a month may keep it until exactly that month changes.
/// An immutable state; <see cref="Changing"/> is true while a change becomes visible, and then nobody can tell what a snapshot holds.
/// </summary>
/// <param name="Number">Counts the changes.</param>
/// <param name="Everything">The change that last touched all there is.</param>
/// <param name="Changing">A change is under way.</param>
/// <param name="Months">The last change of each month of each table and of each column of contacts, where it came after <paramref name="Everything"/>.</param>
internal sealed record MonthVersions(long Number, long Everything, bool Changing, ImmutableDictionary<(string Table, int Month), long> Months)
{
    /// <summary>In the place of a month: what changed belongs to none, so it may concern every one.</summary>
    public const int AnyMonth = 0;

    public static MonthVersions Start { get; } = new(0, 0, false, ImmutableDictionary<(string, int), long>.Empty);

    /// <summary>The last change of a month of a table, or of a column of contacts (<c>contact.identifiers</c>).</summary>
    public long Of(string table, int month) =>
        Math.Max(Months.GetValueOrDefault((table, month), Everything), Months.GetValueOrDefault((table, AnyMonth), Everything));

    /// <summary>A change begins.</summary>
    public MonthVersions Begin() => this with { Changing = true };

    /// <summary>It has ended, well or not.</summary>
    /// <param name="changed">What changed; null is everything.</param>
    public MonthVersions End(IReadOnlyCollection<(string Table, int Month)>? changed)
    {
        var number = Number + 1;
        return changed is null
            ? new(number, number, false, Start.Months)
            : new(number, Everything, false, Months.SetItems(changed.Select(c => KeyValuePair.Create(c, number))));
    }

    /// <summary>A month as a number.</summary>
    public static int MonthOf(LocalDate day) => day.Year * 12 + day.Month;

    /// <summary>The day it begins.</summary>
    public static LocalDate FirstDayOf(int month) => new((month - 1) / 12, (month - 1) % 12 + 1, 1);
}
