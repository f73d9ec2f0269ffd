using Microsoft.Win32.SafeHandles;

namespace Beleg.Warehouse.DuckDb;

/// <summary>Owns one native connection and frees it once nobody calls into it any more.</summary>
internal sealed class ConnectionHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    internal ConnectionHandle(nint handle) : base(ownsHandle: true) => SetHandle(handle);

    protected override bool ReleaseHandle()
    {
        NativeMethods.duckdb_disconnect(ref handle);
        return true;
    }
}
