using Microsoft.Data.Sqlite;
using NodaTime;

namespace Beleg.State;

/// <summary>Reads the column types of the state's tables.</summary>
internal static class Columns
{
    public const int TicksPerMicrosecond = 10;

    public static Instant InstantAt(this SqliteDataReader row, int column) =>
        Instant.FromUnixTimeTicks(row.GetInt64(column) * TicksPerMicrosecond);

    public static Instant? InstantOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.InstantAt(column);

    public static string? TextOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static byte[] Bytes(this SqliteDataReader row, int column) => row.GetFieldValue<byte[]>(column);

    public static byte[]? BytesOrNull(this SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.Bytes(column);
}
