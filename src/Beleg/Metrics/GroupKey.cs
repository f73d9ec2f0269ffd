using NodaTime;

namespace Beleg.Metrics;

/// <summary>Which piece of the period and which group a row is for; equal by content.</summary>
internal sealed class GroupKey(LocalDate? from, IReadOnlyList<string?> values) : IEquatable<GroupKey>
{
    /// <summary>The whole period, all groups together.</summary>
    public static GroupKey Whole { get; } = new(null, []);

    /// <summary>First day of the piece; null where the period is not cut.</summary>
    public LocalDate? From { get; } = from;

    /// <summary>Value of each dimension.</summary>
    public IReadOnlyList<string?> Values { get; } = values;

    /// <summary>The group alone, as one text to compare and sort by.</summary>
    public string Group { get; } = string.Join('\u001f', values.Select(v => v is null ? "\0" : v));

    public bool Equals(GroupKey? other) => other is not null && From == other.From && Group == other.Group;

    public override bool Equals(object? obj) => Equals(obj as GroupKey);

    public override int GetHashCode() => HashCode.Combine(From, Group);
}
