using System.Text.RegularExpressions;
using Beleg.App.Dashboard.Language;
using Beleg.Sources;
using Beleg.Tests.Sources;
using Beleg.Tests.Support;

namespace Beleg.Tests.App;

/// <summary>Whoever reads German reads why something was refused, down to the detail.</summary>
public sealed partial class RefusalWordsTests
{
    [Theory]
    [InlineData("'order_id' is missing: Order Completed needs it.", "'order_id' fehlt: Order Completed braucht es.")]
    [InlineData("'total' has more decimals than JPY has.", "'total' hat mehr Nachkommastellen als JPY.")]
    [InlineData("Not JSON that can be read: line 3, byte 14.", "Kein lesbares JSON: Zeile 3, Byte 14.")]
    [InlineData("A refund of the order: 'amount' is negative.", "Eine Erstattung der Bestellung: 'amount' ist negativ.")]
    [InlineData("The price of an item is over 10^12 minor units.", "Der Preis eines Artikels liegt über 10^12 kleinsten Einheiten.")]
    [InlineData("'status' must be one of new, qualified, won, lost.", "'status' muss eines davon sein: new, qualified, won, lost.")]
    [InlineData("A browser key may not send Order Completed; send it with a secret key.", "Ein Browser-Schlüssel darf Order Completed nicht senden; sende es mit einem geheimen Schlüssel.")]
    public void ADetailIsSaidInGermanWithItsNamesAndNumbers(string english, string german)
    {
        var words = RefusalWords.Of(english);
        (words.En, words.De).ShouldBe((english, german));
    }

    [Fact]
    public void WhatNobodyWroteWordsForStaysAsItWasSaid() => RefusalWords.Of("Something else {0}.").De.ShouldBe("Something else {0}.");

    [Fact]
    public void EveryReasonHasWordsInBothLanguages()
    {
        foreach (var reason in Enum.GetValues<RefusalReason>())
        {
            var words = Vocabulary.Of(reason);
            words.En.ShouldNotBeNullOrWhiteSpace();
            words.De.ShouldNotBe(words.En);
        }
    }

    /// <summary>Reads the sentences out of the translators themselves, so that a new one without German words fails here.</summary>
    [Fact]
    public void EverySentenceATranslatorCanSayHasGermanWords()
    {
        var root = Path.GetDirectoryName(Repository.File("Beleg.slnx"))!;
        var said = Directory.EnumerateFiles(Path.Combine(root, "src", "Beleg", "Sources"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).SelectMany(Sentences)).Distinct().ToList();
        said.Count.ShouldBeGreaterThan(50);
        said.Where(sentence => !RefusalWords.Knows(sentence)).ShouldBeEmpty();
    }

    [Fact]
    public void WhatIsReallyRefusedHasGermanWords()
    {
        string[] bodies =
        [
            "no json", "7", """{"type":"noise"}""", Deliver.Track("Order Completed", "{}"), Deliver.Track("Order Completed", """{"order_id":"1","currency":"JPY","total":"1.5"}"""),
            Deliver.Track("Order Completed", """{"order_id":"1","currency":"EURO","total":"1"}"""), Deliver.Track("Message Sent", """{"channel":"pigeon"}"""),
        ];
        var details = bodies.SelectMany(body => Deliver.ToSegment(body).Refusals).Select(refusal => refusal.Detail).ToList();
        details.Count.ShouldBeGreaterThan(4);
        details.ShouldAllBe(detail => RefusalWords.Knows(detail));
    }

    // A literal of a call that refuses, or of a fault that such a call puts after a property's name; what is put in is made up.
    private static IEnumerable<string> Sentences(string line)
    {
        if (!line.Contains("RefusalReason.", StringComparison.Ordinal) && !Failing().IsMatch(line) && !line.Contains("problem = ", StringComparison.Ordinal))
            yield break;
        foreach (Match literal in Literal().Matches(line))
        {
            var interpolated = literal.Groups[1].Value.Length > 0;
            var text = literal.Groups[2].Value.Replace("\\\"", "\"", StringComparison.Ordinal);
            if (!text.Any(char.IsLetter) || !text.Contains(' ', StringComparison.Ordinal) || text.EndsWith(": ", StringComparison.Ordinal) || text.EndsWith("of ", StringComparison.Ordinal))
                continue;
            // Composed of a name and a fault, each of which stands here by itself.
            if (interpolated && (text.Contains("{why.Why}", StringComparison.Ordinal) || text.Contains("{what}", StringComparison.Ordinal)))
                continue;
            if (interpolated)
                text = Hole().Replace(text.Replace("{{", "\u0001", StringComparison.Ordinal).Replace("}}", "\u0002", StringComparison.Ordinal), "x1").Replace('\u0001', '{').Replace('\u0002', '}');
            yield return char.IsLower(text[0]) ? $"'a_name' {text.TrimEnd('.')}." : text;
        }
    }

    [GeneratedRegex(@"\b(Refuse|Fail)\(")]
    private static partial Regex Failing();

    [GeneratedRegex("""(\$?)"((?:[^"\\]|\\.)*)"(?!u8)""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"\{[^{}]+\}")]
    private static partial Regex Hole();
}
