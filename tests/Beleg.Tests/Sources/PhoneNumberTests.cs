using System.Globalization;
using System.Text.Json;
using Beleg.Sources.Normalising;
using Beleg.Tests.Support;

namespace Beleg.Tests.Sources;

public sealed class PhoneNumberTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("+49 (0)30 123456", null, "+4930123456")]
    [InlineData("030/123 456", "DE", "+4930123456")]
    [InlineData("0049-30-123456", "DE", "+4930123456")]
    [InlineData("tel:+1-212-555-0123;ext=4", null, "+12125550123")]
    [InlineData("(212) 555-0123", "US", "+12125550123")]
    [InlineData("1 212 555 0123", "US", "+12125550123")]
    [InlineData("011 44 20 7946 0018", "US", "+442079460018")]
    [InlineData("02 1234 5678", "IT", "+390212345678")]
    [InlineData("8 912 345 67 89", "RU", "+79123456789")]
    [InlineData("06 20 123 4567", "HU", "+36201234567")]
    public void ANumberInAnySpellingIsOneNumber(string text, string? region, string expected)
    {
        PhoneNumber.TryNormalise(text, region, out var e164).ShouldBeTrue();
        e164.ShouldBe(expected);
    }

    [Theory]
    [InlineData("030 123456", null)]
    [InlineData("", "DE")]
    [InlineData("555-625-BILL", "US")]
    [InlineData("+999 123456789", null)]
    [InlineData("+1234567890123456789", null)]
    [InlineData("+49", null)]
    public void ANumberThatCannotBeReadIsRefusedRatherThanGuessed(string text, string? region) =>
        PhoneNumber.TryNormalise(text, region, out _).ShouldBeFalse();

    [Fact]
    public void TheCallingCodeIsWhatRateCardsPriceBy()
    {
        PhoneNumber.CallingCode("+4930123456").ShouldBe("49");
        PhoneNumber.CallingCode("+12125550123").ShouldBe("1");
        PhoneNumber.CallingCode("+351212345678").ShouldBe("351");
        PhoneNumber.CallingCode("+999").ShouldBeNull();
    }

    [Fact]
    public void ThePublishedExampleNumbersOfTheWorldComeOut()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedFiles.Find("data/phone_currency/phone_vectors.json")));
        var wrong = new List<string>();
        var all = 0;
        foreach (var vector in file.RootElement.GetProperty("vectors").EnumerateArray())
        {
            all++;
            var input = vector.GetProperty("input").GetString()!;
            var region = vector.GetProperty("default_region").GetString();
            var expected = vector.GetProperty("e164").GetString()!;
            if (!PhoneNumber.TryNormalise(input, region, out var e164) || e164 != expected)
                wrong.Add($"{vector.GetProperty("form")} {input} in {region} gave {e164}, not {expected}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{all - wrong.Count} of {all} numbers"));
        foreach (var line in wrong)
            output.WriteLine(line);
        (all - wrong.Count).ShouldBeGreaterThanOrEqualTo(all * 995 / 1000, string.Join('\n', wrong));
    }

    [Fact]
    public void TheSpellingsThatWhatsAppSendsAreOneNumberButNoLandlineBecomesSomebodysMobile()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedFiles.Find("data/phone_currency/whatsapp_number_variants.json")));
        var wrong = new List<string>();
        foreach (var variant in file.RootElement.EnumerateArray())
        {
            var stored = Canonical(variant.GetProperty("stored").GetString()!);
            var incoming = Canonical(variant.GetProperty("incoming").GetString()!);
            if (stored == incoming != variant.GetProperty("match").GetBoolean())
                wrong.Add(variant.GetProperty("why").GetString()!);
        }

        // One way only is no equivalence: "54 9 11 …" and "54 11 …" stay two numbers in both directions.
        wrong.ShouldBe(["Argentina: stored without the 9"]);
    }

    private static string Canonical(string text)
    {
        var number = text.Replace("whatsapp:", "").TrimStart('+');
        return PhoneNumber.TryInternational(number, out var e164) ? e164 : number;
    }
}
