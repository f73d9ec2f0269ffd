namespace Beleg.Sources.Json;

/// <summary>The items of an array, in order.</summary>
internal ref struct JsonItems(JsonTape? tape, int next, int end)
{
    private int current = -1;

    public readonly JsonValue Current => new(tape, current);

    public readonly JsonItems GetEnumerator() => this;

    public bool MoveNext()
    {
        current = next;
        if (next >= end)
            return false;
        next = tape![current].End;
        return true;
    }
}
