using Microsoft.Win32.SafeHandles;

namespace Beleg.Warehouse.DuckDb;

/// <summary>Owns one native instance and frees it once nobody calls into it any more.</summary>
internal sealed class DatabaseHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    internal DatabaseHandle(nint handle) : base(ownsHandle: true) => SetHandle(handle);

    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_close(ref handle);
        return true;
    }
}
