using System.Text;
using Beleg.Sources;
using Beleg.Sources.Normalising;
using NodaTime;
using NodaTime.Text;

namespace Beleg.Tests.Sources;

public sealed class NormalisingTests
{
    [Theory]
    [InlineData("2026-08-14T11:30:00+02:00", "2026-08-14T09:30:00Z")]
    [InlineData("2026-08-14T11:30:00+0200", "2026-08-14T09:30:00Z")]
    [InlineData("2026-08-14T11:30:00.1234567Z", "2026-08-14T11:30:00.1234567Z")]
    [InlineData("2026-08-14 11:30", "2026-08-14T11:30:00Z")]
    [InlineData("2024-02-29", "2024-02-29T00:00:00Z")]
    [InlineData("2017-09-23T18:15:47-00:00", "2017-09-23T18:15:47Z")]
    [InlineData("1786700000", "2026-08-14T09:33:20Z")]
    [InlineData("1786700000123", "2026-08-14T09:33:20.123Z")]
    [InlineData("1786700000.5", "2026-08-14T09:33:20.5Z")]
    [InlineData("20260814T113000Z", "2026-08-14T11:30:00Z")]
    [InlineData("20260814T113000.25+0200", "2026-08-14T09:30:00.25Z")]
    [InlineData("20260814", "2026-08-14T00:00:00Z")]
    [InlineData("2026-W33-5", "2026-08-14T00:00:00Z")]
    [InlineData("2026-W33-5T09:30:00+02", "2026-08-14T07:30:00Z")]
    [InlineData("2026-226", "2026-08-14T00:00:00Z")]
    [InlineData("2026-08-14T11Z", "2026-08-14T11:00:00Z")]
    [InlineData("2026-08-14T24:00:00Z", "2026-08-15T00:00:00Z")]
    [InlineData("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z")]
    [InlineData("2026-08-14 11:30:00 UTC", "2026-08-14T11:30:00Z")]
    [InlineData("2026-08-14 11:30:00 +0200", "2026-08-14T09:30:00Z")]
    [InlineData("2026-08-14T11:30:00−02:00", "2026-08-14T13:30:00Z")]
    [InlineData("2026-08-14T11:30:00+02:00[Europe/Berlin]", "2026-08-14T09:30:00Z")]
    public void ATimeIsReadHoweverProvidersWriteIt(string text, string expected) =>
        Timestamps.Read(Encoding.UTF8.GetBytes(text)).ShouldBe(InstantPattern.ExtendedIso.Parse(expected).Value);

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-08-14T25:00:00Z")]
    [InlineData("2026-08-14T11:30:00+19:00")]
    [InlineData("2026-08-14T11:30:00Zx")]
    [InlineData("9999-12-31T23:59:59-18:00")]
    [InlineData("99999999999999999999")]
    [InlineData("-5")]
    [InlineData("14.08.2026")]
    [InlineData("2026-08-14T24:00:01Z")]
    [InlineData("2026-08-14T11:30:61Z")]
    [InlineData("2026-W54-1")]
    [InlineData("2025-W53-1")]
    [InlineData("2026-366")]
    [InlineData("2026-08-14T11:30:00 ")]
    [InlineData("2026-08-14T11:30:00[Europe/Berlin]")]
    [InlineData("2026-08-14T1130:00Z")]
    [InlineData("20261301T000000Z")]
    [InlineData("")]
    public void WhatIsNoTimeIsNone(string text) => Timestamps.Read(Encoding.UTF8.GetBytes(text)).ShouldBeNull();

    [Theory]
    [InlineData(IdentifierType.Email, " Kim@Example.COM ", "kim@example.com")]
    [InlineData(IdentifierType.Email, "mailto:kim@example.com", "kim@example.com")]
    [InlineData(IdentifierType.Email, "kim", null)]
    [InlineData(IdentifierType.Email, "kim @example.com", null)]
    [InlineData(IdentifierType.Handle, "@Kim.Roses", "kim.roses")]
    [InlineData(IdentifierType.Handle, "@", null)]
    [InlineData(IdentifierType.CustomerId, " A1 ", "A1")]
    [InlineData(IdentifierType.CustomerId, "  ", null)]
    [InlineData(IdentifierType.Phone, "+49 30 123456", "+4930123456")]
    public void ANameIsWrittenOneWay(IdentifierType type, string value, string? expected) => Normalise.Value(type, value, null).ShouldBe(expected);

    [Fact]
    public void ATimeIsBelievedWithinItsBoundsOnly()
    {
        var now = Instant.FromUtc(2026, 9, 1, 12, 0);
        Timestamps.IsBelievable(Instant.FromUtc(2005, 1, 1, 0, 0), now).ShouldBeTrue();
        Timestamps.IsBelievable(Instant.FromUtc(2005, 1, 1, 0, 0) - Duration.Epsilon, now).ShouldBeFalse();
        Timestamps.IsBelievable(now + Duration.FromHours(48), now).ShouldBeTrue();
        Timestamps.IsBelievable(now + Duration.FromHours(48) + Duration.Epsilon, now).ShouldBeFalse();
    }
}
