using Beleg.Primitives;
using NodaTime;

namespace Beleg.Warehouse.Facts;

/// <summary>Which codec a property's type takes: the one list of types that facts may hold.</summary>
internal static class FactCodecs
{
    /// <exception cref="InvalidOperationException">No column can hold the type.</exception>
    internal static Type Of(Type value)
    {
        if (Nullable.GetUnderlyingType(value) is { } present)
            return typeof(MaybeCodec<,>).MakeGenericType(present, Of(present));
        if (value.IsEnum)
            return typeof(LabelCodec<>).MakeGenericType(value);
        return value switch
        {
            _ when value == typeof(Key) => typeof(KeyCodec),
            _ when value == typeof(long) => typeof(LongCodec),
            _ when value == typeof(int) => typeof(IntCodec),
            _ when value == typeof(bool) => typeof(BoolCodec),
            _ when value == typeof(Instant) => typeof(InstantCodec),
            _ when value == typeof(LocalDate) => typeof(DateCodec),
            _ when value == typeof(string) => typeof(TextCodec),
            _ when value == typeof(decimal) => typeof(DecimalCodec),
            _ => throw new InvalidOperationException($"No column holds a {value.Name}."),
        };
    }
}
