using System.Runtime.CompilerServices;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Warehouse.Facts;

/// <summary>An enumeration, stored as its number and read by SQL as its label.</summary>
internal readonly struct LabelCodec<TEnum> : IFactCodec<TEnum>
    where TEnum : unmanaged, Enum
{
    public static FactType Type { get; } = Unsafe.SizeOf<TEnum>() == sizeof(byte)
        ? new(FactKind.Label, SnakeCase.Of(typeof(TEnum).Name), SnakeCase.Labels(typeof(TEnum)))
        : throw new InvalidOperationException($"{typeof(TEnum).Name} of a fact must be a byte.");

    public static void Write(AppenderColumn into, int row, TEnum value) => into.Write(row, (long)Unsafe.BitCast<TEnum, byte>(value));

    public static TEnum Read(in DataVector stored, int row) => Unsafe.BitCast<byte, TEnum>((byte)stored.Long(row));

    public static void Mix(ref RowHash hash, TEnum value) => hash.Add(Unsafe.BitCast<TEnum, byte>(value));

    public static void Mix(ref RowHash hash, in DataVector stored, int row) => hash.Add(stored.Long(row));
}
