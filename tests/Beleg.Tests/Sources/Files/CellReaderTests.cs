using Beleg.Sources.Files;
using NodaTime;

namespace Beleg.Tests.Sources.Files;

public sealed class CellReaderTests
{
    [Theory]
    [InlineData("12.50", "12.50")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("-3", "-3")]
    [InlineData(".5", ".5")]
    public void ANumberWithAPointIsReadWithItsThousands(string text, string expected) => Read(ColumnType.Money, text).ShouldBe(expected);

    [Theory]
    [InlineData("1,234")]
    [InlineData("12,50")]
    [InlineData("12.50 EUR")]
    [InlineData("€12")]
    [InlineData("1.2.3")]
    [InlineData("12,34.5")]
    [InlineData("-")]
    public void ANumberThatCouldMeanTwoThingsOrNoneIsRefused(string text) => Fault(ColumnType.Money, text).ShouldNotBeNull();

    [Theory]
    [InlineData("12,50", "12.50")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("7", "7")]
    public void WithADecimalCommaTheGermanWayIsRead(string text, string expected) =>
        Read(ColumnType.Money, text, new CellFormat { DecimalComma = true }).ShouldBe(expected);

    [Theory]
    [InlineData("19,90", "19.90")]
    [InlineData("19.90", "19.90")]
    [InlineData("1.234,50", "1234.50")]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("0,125", "0.125")]
    [InlineData("-5,00", "-5.00")]
    [InlineData("7", "7")]
    public void WhereCommasArePossiblyDecimalANumberIsWhatItCanOnlyBe(string text, string expected) =>
        Read(ColumnType.Money, text, new CellFormat { EitherDecimal = true }).ShouldBe(expected);

    [Theory]
    [InlineData("1.234")]
    [InlineData("1,234")]
    [InlineData("-12.345")]
    public void WhatMayBeEitherIsRefusedThere(string text) =>
        Fault(ColumnType.Money, text, new CellFormat { EitherDecimal = true }).ShouldNotBeNull().ShouldContain("two ways");

    [Fact]
    public void WithADecimalCommaAPointIsNoQuietFactorOfAThousand() =>
        Fault(ColumnType.Money, "1.234", new CellFormat { DecimalComma = true }).ShouldNotBeNull().ShouldContain("two ways");

    [Theory]
    [InlineData("2026-09-01T10:22:33Z", "2026-09-01T10:22:33Z")]
    [InlineData("2026-09-01T10:22:33.123456+02:00", "2026-09-01T08:22:33.123456Z")]
    [InlineData("2026-09-01 10:22:33 +0200", "2026-09-01T08:22:33Z")]
    [InlineData("2026-09-01 10:22:33 UTC", "2026-09-01T10:22:33Z")]
    [InlineData("2026-09-01 10:22", "2026-09-01T08:22:00Z")]
    [InlineData("2026-09-01", "2026-08-31T22:00:00Z")]
    [InlineData("20260901", "2026-08-31T22:00:00Z")]
    [InlineData("1.9.2026 10:22", "2026-09-01T08:22:00Z")]
    [InlineData("1788250953", "2026-09-01T08:22:33Z")]
    [InlineData("1788250953000", "2026-09-01T08:22:33Z")]
    [InlineData("2026-03-29 02:30", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-25 02:30", "2026-10-25T00:30:00Z")]
    public void AMomentIsReadHoweverItIsWritten(string text, string expected) =>
        Read(ColumnType.Time, text, new CellFormat { Zone = DateTimeZoneProviders.Tzdb["Europe/Berlin"] }).ShouldBe(expected);

    [Fact]
    public void ADayWithSlashesIsRefusedUntilSomebodySaysWhichWay()
    {
        Fault(ColumnType.Time, "03/04/2026").ShouldNotBeNull().ShouldContain("--dates");
        Read(ColumnType.Date, "03/04/2026", new CellFormat { DayFirst = true }).ShouldBe("2026-04-03");
        Read(ColumnType.Date, "03/04/2026", new CellFormat { DayFirst = false }).ShouldBe("2026-03-04");
    }

    [Theory]
    [InlineData("2026-09", "2026-09-01")]
    [InlineData("2026-09-17", "2026-09-17")]
    public void AMonthStandsForItsFirstDay(string text, string expected) => Read(ColumnType.Date, text).ShouldBe(expected);

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("yesterday")]
    [InlineData("2026-09-01T25:00:00Z")]
    public void WhatIsNoTimeIsRefused(string text) => Fault(ColumnType.Time, text).ShouldNotBeNull();

    [Fact]
    public void AChoiceGoesByItsOtherSpellings()
    {
        var channel = Columns.Channel;
        var reader = new CellReader(new CellFormat());

        reader.TryRead(channel, "Facebook Messenger", out var value).ShouldBeNull();
        value.ShouldBe("messenger");
        reader.TryRead(channel, "pigeon", out _).ShouldNotBeNull().ShouldContain("whatsapp");
    }

    private static string? Fault(ColumnType type, string text, CellFormat? format = null) =>
        new CellReader(format ?? new CellFormat()).TryRead(new ImportColumn("c", type, "", ""), text, out _);

    private static string Read(ColumnType type, string text, CellFormat? format = null)
    {
        new CellReader(format ?? new CellFormat()).TryRead(new ImportColumn("c", type, "", ""), text, out var value).ShouldBeNull();
        return value;
    }
}
