using NodaTime;

namespace Beleg.Sources.Files;

/// <summary>How a file is to be read.</summary>
public sealed record ImportOptions
{
    /// <summary>Header of the file → column or property, where the names alone do not tell; an empty name leaves the column out.</summary>
    public IReadOnlyDictionary<string, string> Map { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// <summary>Columns that the file lacks and that are the same in every row.</summary>
    public IReadOnlyDictionary<string, string> Set { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty;

    /// <summary>Decimal comma, zone, order of days.</summary>
    public CellFormat Cells { get; init; } = new();

    /// <summary>Separator of a CSV file; found out where null.</summary>
    public char? Separator { get; init; }

    /// <summary>Name for messages, without directory.</summary>
    public string FileName { get; init; } = "";

    /// <summary>
    /// When the file was last changed. What a row says holds from then on: of two states of one order or cost the later counts, so a
    /// corrected file replaces what it said before.
    /// </summary>
    public Instant FileTime { get; init; }

    /// <summary>Tells now: times more than 48 h ahead of it are refused.</summary>
    public IClock Clock { get; init; } = SystemClock.Instance;

    /// <summary>Rows in one delivery. Small, so that showing one contact's deliveries again costs little. 1 to 1,000.</summary>
    public int RowsPerDelivery { get; init; } = 128;
}
