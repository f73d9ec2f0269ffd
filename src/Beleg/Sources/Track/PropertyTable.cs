using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Beleg.Sources.Track;

/// <summary>Finds a property by the bytes of its name, without making a string: every property of every event is looked up once.</summary>
internal static class PropertyTable
{
    private const int Slots = 1024;
    private static readonly Property?[] Table = Fill();

    public static Property? Find(ReadOnlySpan<byte> name)
    {
        for (var slot = Slot(name); Table[slot] is { } property; slot = (slot + 1) % Slots)
        {
            if (name.SequenceEqual(property.Utf8))
                return property;
        }

        return null;
    }

    private static Property?[] Fill()
    {
        RuntimeHelpers.RunClassConstructor(typeof(Properties).TypeHandle);
        var table = new Property?[Slots];
        foreach (var property in Property.All)
        {
            var slot = Slot(property.Utf8);
            while (table[slot] is not null)
                slot = (slot + 1) % Slots;
            table[slot] = property;
        }

        return table;
    }

    private static int Slot(ReadOnlySpan<byte> name)
    {
        ulong mixed = (uint)name.Length;
        if (name.Length >= 8)
        {
            mixed ^= BinaryPrimitives.ReadUInt64LittleEndian(name) ^ (BinaryPrimitives.ReadUInt64LittleEndian(name[^8..]) * 31);
        }
        else
        {
            foreach (var part in name)
                mixed = mixed * 131 + part;
        }

        return (int)((mixed * 0x9E3779B97F4A7C15) >> 54);
    }
}
