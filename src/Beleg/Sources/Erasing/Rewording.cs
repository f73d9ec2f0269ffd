using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Beleg.Sources.Erasing;

/// <summary>A body with some of its values replaced; all other bytes stay as they came.</summary>
internal sealed class Rewording(ReadOnlyMemory<byte> body)
{
    private readonly SortedDictionary<int, (int Length, byte[] Json)> edits = [];

    /// <summary>How many values are replaced.</summary>
    public int Count => edits.Count;

    /// <summary>Replaces a value by a text; a number that is no key by 0.</summary>
    public void Replace(Leaf leaf, string text) =>
        edits[leaf.Start] = (leaf.Length, leaf.IsText || text != Leaf.Erased ? Quoted(text) : "0"u8.ToArray());

    /// <summary>Puts a field in front of the others of an object that has some.</summary>
    public void PutFirst(int objectStart, string name, string text) =>
        edits[objectStart + 1] = (0, [.. Quoted(name), (byte)':', .. Quoted(text), (byte)',']);

    /// <summary>Takes a replacement back.</summary>
    public void Restore(Leaf leaf) => edits.Remove(leaf.Start);

    /// <summary>The new body.</summary>
    public byte[] Compose()
    {
        var into = new ArrayBufferWriter<byte>(body.Length + 1024);
        var at = 0;
        foreach (var (start, (length, json)) in edits)
        {
            into.Write(body.Span[at..start]);
            into.Write(json);
            at = start + length;
        }

        into.Write(body.Span[at..]);
        return into.WrittenSpan.ToArray();
    }

    // Tokens are plain ASCII, so that they stand in the body unescaped, as a translator's fast paths want ids.
    private static byte[] Quoted(string text) => [(byte)'"', .. Encoding.UTF8.GetBytes(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString()), (byte)'"'];
}
