using Beleg.App.Dashboard.Language;
using NodaTime;

namespace Beleg.Tests.App;

/// <summary>Lengths of time and bare numbers as pages write them.</summary>
public sealed class PrintTests
{
    [Theory]
    [InlineData(48 * 24 + 23, "48 days", "48 Tagen")]
    [InlineData(48, "2 days", "2 Tagen")]
    [InlineData(47, "1\u00a0d 23\u00a0h", "1\u00a0T 23\u00a0h")]
    [InlineData(5, "5\u00a0h", "5\u00a0h")]
    public void FromTwoDaysOnTheHoursAreLeftOut(int hours, string english, string german)
    {
        Print.Since(Tongue.English, Duration.FromHours(hours)).ShouldBe(english);
        Print.Since(Tongue.German, Duration.FromHours(hours)).ShouldBe(german);
        Print.Ago(Tongue.English, Duration.FromHours(hours)).ShouldBe(english + " ago");
        Print.Ago(Tongue.German, Duration.FromHours(hours)).ShouldBe("vor " + german);
    }

    [Theory]
    [InlineData(.66, "0.66", "0,66")]
    [InlineData(21.687, "21.7", "21,7")]
    [InlineData(6.527, "6.53", "6,53")]
    [InlineData(.00012345, "0.000123", "0,000123")]
    [InlineData(8_335_448.117, "8,340,000", "8.340.000")]
    [InlineData(0, "0", "0")]
    public void ANumberHasThreeDigitsThatMatter(double value, string english, string german)
    {
        Print.Significant(Tongue.English, value).ShouldBe(english);
        Print.Significant(Tongue.German, value).ShouldBe(german);
    }
}
