using System.Runtime.InteropServices;

namespace Beleg.Warehouse.DuckDb;

/// <summary>The library's <c>duckdb_result</c>: 48 bytes of which only the last field still means something.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeResult
{
    internal ulong ColumnCount;
    internal ulong RowCount;
    internal ulong RowsChanged;
    internal nint Columns;
    internal nint ErrorMessage;
    internal nint Inner;
}
