namespace Beleg.Sources.Files;

/// <summary>What an import did, or would do.</summary>
public sealed record ImportReport
{
    /// <summary>Errors beyond this many are only counted.</summary>
    public const int MostErrors = 1000;

    /// <summary>What the file was taken for: encoding, separator.</summary>
    public required string Format { get; init; }

    /// <summary>What each header was taken for.</summary>
    public required IReadOnlyList<ColumnMapping> Columns { get; init; }

    /// <summary>Rows read.</summary>
    public long Rows { get; init; }

    /// <summary>Rows taken.</summary>
    public long Taken { get; init; }

    /// <summary>Rows that continue the row before (further items of an order) and say nothing of their own.</summary>
    public long Continued { get; init; }

    /// <summary>Rows not taken.</summary>
    public long Refused { get; init; }

    /// <summary>Why, the first <see cref="MostErrors"/>.</summary>
    public required IReadOnlyList<ImportError> Errors { get; init; }

    /// <summary>Events the rows became.</summary>
    public long Events { get; init; }

    /// <summary>First and last moment of what was taken; null where nothing was.</summary>
    public NodaTime.Instant? From { get; init; }

    /// <summary>The last moment.</summary>
    public NodaTime.Instant? To { get; init; }
}
