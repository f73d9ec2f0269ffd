using Microsoft.Win32.SafeHandles;

namespace Beleg.Warehouse.DuckDb;

/// <summary>Owns one native prepared statement and frees it once nobody calls into it any more.</summary>
internal sealed class StatementHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    internal StatementHandle(nint handle) : base(ownsHandle: true) => SetHandle(handle);

    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_destroy_prepare(ref handle);
        return true;
    }
}
