using Beleg.Sources.Files;
using FsCheck;
using FsCheck.Fluent;

namespace Beleg.Tests.Sources.Files;

public sealed class CsvRecordsTests
{
    [Fact]
    public void AQuotedCellHoldsTheSeparatorTheLineEndAndTheDoubledQuote()
    {
        var rows = Read("a,b,c\r\n1,\"x, \"\"y\"\"\nz\",3\r\n4,5,6\r\n");

        rows[1].Cells.ShouldBe(["1", "x, \"y\"\nz", "3"]);
        rows[2].Cells.ShouldBe(["4", "5", "6"]);
    }

    [Fact]
    public void LinesAreCountedAsAnEditorCountsThem() =>
        Read("a\n\"one\ntwo\"\n\nlast\n").Select(r => r.Line).ShouldBe([1, 2, 5]);

    [Fact]
    public void OneQuoteThatNeverClosesCostsItsOwnLineOnly()
    {
        var rows = Read("a,b\n1,2\n\"3,4\n5,6\n7,8\n");

        rows[2].Line.ShouldBe(3);
        rows[2].Fault.ShouldNotBeNull().ShouldContain("quote");
        rows.Skip(3).Select(r => (r.Line, r.Cells[0])).ShouldBe([(4, "5"), (5, "7")]);
    }

    [Fact]
    public void TextAfterAClosingQuoteIsAFaultThatNamesTheColumn() =>
        Read("a,b\n1,\"x\"y\n")[1].Fault.ShouldNotBeNull().ShouldContain("column 2");

    [Theory]
    [InlineData("a,b\r1,2\r")]
    [InlineData("a,b\r\n1,2")]
    [InlineData("a,b\n\n\n1,2\n")]
    public void EveryKindOfLineEndIsRead(string text) => Read(text).Select(r => r.Cells).ShouldBe([["a", "b"], ["1", "2"]]);

    [Fact]
    public void WhatWasWrittenWithQuotesIsReadBackUnchanged() =>
        Prop.ForAll<NonEmptyString[]>(cells =>
        {
            var texts = cells.Select(c => c.Get.Replace("\r", "", StringComparison.Ordinal)).ToArray();
            if (texts.Length == 0)
                return true;
            var line = string.Join(';', texts.Select(t => "\"" + t.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""));
            return Read(line + "\n", ';').Single().Cells.SequenceEqual(texts);
        }).QuickCheckThrowOnFailure();

    private static List<ImportRow> Read(string text, char separator = ',')
    {
        var records = new CsvRecords(new StringReader(text), separator);
        var rows = new List<ImportRow>();
        while (records.TryRead(out var row))
            rows.Add(row);
        return rows;
    }
}
