using System.Text;
using System.Text.Unicode;

namespace Beleg.Sources.Files;

/// <summary>Finds out how a text file is written. Spreadsheets save in whatever their country does.</summary>
internal static class TextDetection
{
    private const int Sample = 64 * 1024;
    private const int SampleRecords = 20;
    private static readonly char[] Separators = [',', ';', '\t', '|'];

    static TextDetection() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>By byte order mark, else UTF-16 by its zero bytes, else UTF-8 where the whole file is, else Windows-1252.</summary>
    public static Encoding EncodingOf(Stream seekable)
    {
        seekable.Position = 0;
        var head = new byte[(int)Math.Min(Sample, seekable.Length)];
        seekable.ReadExactly(head);
        var found = head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new UTF8Encoding(true),
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => WithoutMark(head, seekable),
        };
        seekable.Position = 0;
        return found;
    }

    /// <summary>Name for people.</summary>
    public static string NameOf(Encoding encoding) => encoding.CodePage switch
    {
        65001 => "UTF-8",
        1200 => "UTF-16",
        1201 => "UTF-16 (big-endian)",
        _ => "Windows-1252",
    };

    /// <summary>The separator under which most of the first records have as many cells as the first, and more than one; a comma where none does.</summary>
    public static char SeparatorOf(string head)
    {
        var (best, most) = (',', 0);
        foreach (var separator in Separators)
        {
            var records = new CsvRecords(new StringReader(head), separator);
            var widths = new List<int>();
            while (widths.Count < SampleRecords && records.TryRead(out var row))
                widths.Add(IsTorn(row) ? 0 : row.Cells.Count);
            if (widths.Count == 0 || widths[0] < 2)
                continue;
            var score = widths.Count(w => w == widths[0]) * 1000 / widths.Count * 100 + widths[0];
            if (score > most)
                (best, most) = (separator, score);
        }

        return best;
    }

    // A lone quote inside a cell: this separator cuts through quoted cells.
    private static bool IsTorn(ImportRow row) => row.Fault is not null || row.Cells.Any(c => c!.Count(x => x == '"') % 2 == 1);

    private static Encoding WithoutMark(byte[] head, Stream stream)
    {
        var even = Zeros(head, 0);
        var odd = Zeros(head, 1);
        if (Math.Max(even, odd) * 10 > head.Length * 3)
            return odd > even ? Encoding.Unicode : Encoding.BigEndianUnicode;
        return IsUtf8(stream) ? new UTF8Encoding(false) : Encoding.GetEncoding(1252);
    }

    private static int Zeros(byte[] head, int from)
    {
        var zeros = 0;
        for (var i = from; i < head.Length; i += 2)
            zeros += head[i] == 0 ? 1 : 0;
        return zeros;
    }

    private static bool IsUtf8(Stream stream)
    {
        stream.Position = 0;
        var buffer = new byte[Sample];
        var kept = 0;
        while (stream.Read(buffer, kept, buffer.Length - kept) is var read and > 0)
        {
            // A character may be cut by the buffer's end: its bytes wait for the next round.
            var whole = kept + read;
            var cut = whole;
            while (cut > 0 && whole - cut < 3 && (buffer[cut - 1] & 0xC0) == 0x80)
                cut--;
            if (cut > 0 && buffer[cut - 1] >= 0xC0)
                cut--;
            else
                cut = whole;
            if (!Utf8.IsValid(buffer.AsSpan(0, cut)))
                return false;
            kept = whole - cut;
            buffer.AsSpan(cut, kept).CopyTo(buffer);
        }

        return Utf8.IsValid(buffer.AsSpan(0, kept));
    }
}
