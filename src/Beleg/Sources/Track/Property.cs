using System.Text;

namespace Beleg.Sources.Track;

/// <summary>A property of the vocabulary: its wire name, its type and what it means. One object per name, also the schema's entry.</summary>
internal sealed class Property
{
    private static readonly List<Property> Declared = [];

    private Property(string name, PropertyType type, string meaning, object? example, IReadOnlyList<string>? values)
    {
        Name = name;
        Utf8 = Encoding.UTF8.GetBytes(name);
        Type = type;
        Meaning = meaning;
        Example = example;
        Values = values;
        Index = Declared.Count;
        Declared.Add(this);
    }

    public string Name { get; }

    public byte[] Utf8 { get; }

    public PropertyType Type { get; }

    public string Meaning { get; }

    public object? Example { get; }

    /// <summary>The values it may take; null where any.</summary>
    public IReadOnlyList<string>? Values { get; }

    /// <summary>Its place in a <see cref="PropertyReader"/>'s slots.</summary>
    public int Index { get; }

    public static IReadOnlyList<Property> All => Declared;

    public static Property Of(string name, PropertyType type, string meaning, object? example = null) => new(name, type, meaning, example, null);

    public static Property OneOf<T>(string name, string meaning, T example)
        where T : struct, Enum => new(name, PropertyType.Label, meaning, Labels<T>.Of(example), Labels<T>.All);

    public override string ToString() => Name;
}
