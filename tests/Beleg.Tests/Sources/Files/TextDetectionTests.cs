using System.Text;
using Beleg.Sources.Files;

namespace Beleg.Tests.Sources.Files;

public sealed class TextDetectionTests
{
    static TextDetectionTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("windows-1252", false)]
    public void AnUmlautSurvivesEveryWayASpreadsheetSaves(string encoding, bool mark)
    {
        var by = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? by.GetPreamble() : [], .. by.GetBytes("Käufer;Betrag\nJürgen Groß – Köln;12\n")];

        using var table = new CsvTable(new MemoryStream(bytes));

        table.Headers.ShouldBe(["Käufer", "Betrag"]);
        table.Rows().Single().Cells[0].ShouldBe("Jürgen Groß – Köln");
    }

    [Fact]
    public void ACharacterCutByTheReadingBufferIsStillUtf8()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var bytes = Encoding.UTF8.GetBytes(new string('a', 64 * 1024 - 2 + shift) + "💐ß" + new string('é', 40_000));
            TextDetection.NameOf(TextDetection.EncodingOf(new MemoryStream(bytes))).ShouldBe("UTF-8");
        }
    }

    [Fact]
    public void ALateWindowsCharacterIsFoundInALargeFile()
    {
        var bytes = new byte[300_000];
        Array.Fill(bytes, (byte)'a');
        bytes[^5] = 0xFC;

        TextDetection.NameOf(TextDetection.EncodingOf(new MemoryStream(bytes))).ShouldBe("Windows-1252");
    }

    [Theory]
    [InlineData("a,b;c,d\n1,2;3,4\n5,6;7,8\n", ',')]
    [InlineData("id;total\n1;12,50\n2;13,00\n", ';')]
    [InlineData("id\ttext\n1\thi, there; you\n", '\t')]
    [InlineData("id|n\n1|2\n", '|')]
    [InlineData("only\nvalues\n", ',')]
    [InlineData("id,\"a;b;c\"\n1,\"x;y;z\"\n", ',')]
    public void TheSeparatorIsTheOneUnderWhichRowsAgree(string text, char expected) => TextDetection.SeparatorOf(text).ShouldBe(expected);
}
