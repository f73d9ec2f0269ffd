using System.Globalization;
using Beleg.App.Dashboard;
using Beleg.App.Dashboard.Language;

namespace Beleg.Tests.App;

/// <summary>A number means what it means to whoever typed it: a comma that parts thousands must not make ten of ten thousand.</summary>
public sealed class FieldsTests
{
    [Theory]
    [InlineData("1.234,56", "1234.56", "1234.56")]
    [InlineData("1,234.56", "1234.56", "1234.56")]
    [InlineData("1234,5", "1234.5", "1234.5")]
    [InlineData("4.20", "4.20", "4.20")]
    [InlineData("0,3", "0.3", "0.3")]
    [InlineData("0.125", "0.125", "0.125")]
    [InlineData("10,000", "10000", "10.000")]
    [InlineData("10.000", "10.000", "10000")]
    [InlineData("1,234,567", "1234567", "1234567")]
    [InlineData("1.234.567,8", "1234567.8", "1234567.8")]
    [InlineData("1 234,50", "1234.50", "1234.50")]
    [InlineData("1\u202f234", "1234", "1234")]
    [InlineData("1'234.50", "1234.50", "1234.50")]
    [InlineData("-12,5", "-12.5", "-12.5")]
    [InlineData("−3", "-3", "-3")]
    [InlineData("36000", "36000", "36000")]
    public void ANumberIsReadAsItsLanguageWritesIt(string typed, string english, string german)
    {
        Fields.Read(typed, Tongue.English).ShouldBe(decimal.Parse(english, CultureInfo.InvariantCulture));
        Fields.Read(typed, Tongue.German).ShouldBe(decimal.Parse(german, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1,2.3")]
    [InlineData("1.2,3.4")]
    [InlineData("12,34,567")]
    [InlineData("1e5")]
    [InlineData("€ 5")]
    [InlineData("--5")]
    [InlineData(",")]
    [InlineData("99999999999999999999999999999999")]
    public void WhatIsNoNumberIsNone(string typed)
    {
        Fields.Read(typed, Tongue.English).ShouldBeNull();
        Fields.Read(typed, Tongue.German).ShouldBeNull();
    }

    [Theory]
    [InlineData("1234.567891")]
    [InlineData("4.125")]
    [InlineData("0.6")]
    [InlineData("36000")]
    [InlineData("-2.5")]
    public void WhatAFieldIsFilledWithIsReadAgainInTheSameLanguage(string number)
    {
        var exact = decimal.Parse(number, CultureInfo.InvariantCulture);
        foreach (var tongue in Tongue.All)
            Fields.Read(Fields.Write(exact, tongue)!, tongue).ShouldBe(exact, tongue.Code);
    }
}
