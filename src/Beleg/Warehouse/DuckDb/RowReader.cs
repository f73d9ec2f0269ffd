namespace Beleg.Warehouse.DuckDb;

/// <summary>Makes a value of one row; the row is valid during the call only.</summary>
internal delegate T RowReader<out T>(DuckDbRow row);
