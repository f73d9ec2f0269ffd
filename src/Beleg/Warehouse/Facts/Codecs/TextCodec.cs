using System.Text;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>Text; null is NULL.</summary>
internal readonly struct TextCodec : IFactCodec<string?>
{
    public static FactType Type { get; } = new(FactKind.Text);

    public static void Write(AppenderColumn into, int row, string? value) => into.Write(row, value);

    public static string? Read(in DataVector stored, int row) => stored.IsNull(row) ? null : stored.Text(row);

    public static void Mix(ref RowHash hash, string? value)
    {
        if (value is null)
        {
            hash.AddNull();
            return;
        }
        const int Stack = 256;
        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        var bytes = most <= Stack ? stackalloc byte[Stack] : new byte[most];
        hash.Add(bytes[..Encoding.UTF8.GetBytes(value, bytes)]);
    }

    public static void Mix(ref RowHash hash, in DataVector stored, int row)
    {
        if (stored.IsNull(row))
            hash.AddNull();
        else
            hash.Add(stored.Bytes(row));
    }
}
