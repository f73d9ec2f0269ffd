using Beleg.Metrics;

namespace Beleg.Tests.Metrics;

/// <summary>Who writes a sentence once is read in both languages.</summary>
public sealed class WordsTests
{
    [Theory]
    [InlineData("More sales", "Mehr Umsatz", "More sales", "Mehr Umsatz")]
    [InlineData("More sales", null, "More sales", "More sales")]
    [InlineData("More sales", "", "More sales", "More sales")]
    [InlineData(null, "Mehr Umsatz", "Mehr Umsatz", "Mehr Umsatz")]
    [InlineData(null, null, "", "")]
    public void WhatStandsInOneLanguageOnlyStandsInBoth(string? en, string? de, string english, string german) => Words.Said(en, de).ShouldBe(new Words(english, german));
}
