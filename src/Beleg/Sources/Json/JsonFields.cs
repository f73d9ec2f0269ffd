using System.Text;

namespace Beleg.Sources.Json;

/// <summary>The fields of an object, in the order of the body.</summary>
internal ref struct JsonFields(JsonTape? tape, int next, int end)
{
    private int name = -1;

    public readonly Field Current => new(tape!, name);

    public readonly JsonFields GetEnumerator() => this;

    public bool MoveNext()
    {
        name = next;
        if (next >= end)
            return false;
        next = tape![name + 1].End;
        return true;
    }

    /// <summary>A name and its value.</summary>
    internal readonly struct Field(JsonTape tape, int name)
    {
        public JsonValue Value => new(tape, name + 1);

        /// <summary>The name as it stands in the body; names with escapes, which no provider sends, match nothing and are shown as they stand.</summary>
        public ReadOnlySpan<byte> RawName => tape.Raw(tape[name]);

        public string Name => Encoding.UTF8.GetString(RawName);

        public bool NameIs(ReadOnlySpan<byte> other) => RawName.SequenceEqual(other);
    }
}
