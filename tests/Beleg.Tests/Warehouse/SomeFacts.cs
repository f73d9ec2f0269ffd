using System.Reflection;
using System.Runtime.CompilerServices;
using Beleg.Model;
using Beleg.Primitives;
using NodaTime;

namespace Beleg.Tests.Warehouse;

/// <summary>Facts of every kind with a value in every column that one can stand in, the same for the same seed.</summary>
internal static class SomeFacts
{
    /// <summary>One row of every table for each contact, and one of every table of the ledger.</summary>
    internal static FactBatch Of(params int[] contacts)
    {
        var batch = OfContacts(contacts);
        foreach (var list in Lists(ofContacts: false))
            Add(batch, list, 0);
        return batch;
    }

    /// <summary>One row of every table for each contact; nothing for the ledger.</summary>
    internal static FactBatch OfContacts(params int[] contacts)
    {
        var batch = new FactBatch();
        foreach (var list in Lists(ofContacts: true))
        {
            foreach (var contact in contacts)
                Add(batch, list, contact);
        }
        return batch;
    }

    private static IEnumerable<PropertyInfo> Lists(bool ofContacts) =>
        typeof(FactBatch).GetProperties().Where(list => list.PropertyType.GenericTypeArguments[0].GetProperty("Contact") is not null == ofContacts);

    private static void Add(FactBatch batch, PropertyInfo list, int contact) =>
        ((System.Collections.IList)list.GetValue(batch)!).Add(Record(list.PropertyType.GenericTypeArguments[0], contact));

    internal static Key Contact(int contact) => new(1_000_000 + contact);

    /// <summary>A record whose optional values are absent in every third contact.</summary>
    internal static object Record(Type record, int contact)
    {
        var fact = RuntimeHelpers.GetUninitializedObject(record);
        var column = 0;
        foreach (var property in record.GetProperties().OrderBy(property => property.MetadataToken))
        {
            column++;
            var absent = contact % 3 == 2 && IsOptional(property, column);
            if (!absent)
                property.SetValue(fact, property.Name == "Contact" ? Contact(contact) : Value(property.PropertyType, contact * 100 + column));
        }
        return fact;
    }

    private static bool IsOptional(PropertyInfo property, int column) => property.PropertyType == typeof(Key)
        ? column > 1 && property.Name != "Contact"
        : property.PropertyType == typeof(string) ? !property.IsDefined(typeof(RequiredMemberAttribute)) : Nullable.GetUnderlyingType(property.PropertyType) is not null;

    private static object Value(Type type, int seed)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(Key) => new Key(seed * 7_919L - 5_000),
            _ when type == typeof(long) => seed * 1_000_003L,
            _ when type == typeof(int) => seed,
            _ when type == typeof(bool) => seed % 2 == 0,
            _ when type == typeof(Instant) => Instant.FromUtc(2026, 1, 1, 0, 0) + Duration.FromMilliseconds(seed * 86_400L * 13),
            _ when type == typeof(LocalDate) => new LocalDate(2026, 1, 1).PlusDays(seed % 400),
            _ when type == typeof(string) => seed % 2 == 0 ? $"flow {seed}" : $"Blumenstrauß 花 number {seed}",
            _ when type == typeof(decimal) => seed / 8m,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(seed % Enum.GetValues(type).Length)!,
            _ => throw new NotSupportedException(type.Name),
        };
    }
}
