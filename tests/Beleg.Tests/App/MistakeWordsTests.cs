using System.Text;
using Beleg.App.Dashboard.Language;
using Beleg.Tests.Support;

namespace Beleg.Tests.App;

/// <summary>Whoever reads German reads what was wrong with a form, and the field is called as on the page.</summary>
public sealed class MistakeWordsTests
{
    [Theory]
    [InlineData("amount: no number can be read there; write 1234.50 or 1,234.50.", "Betrag: Dort ist keine Zahl zu lesen; schreib 1234,50 oder 1.234,50.")]
    [InlineData("That is the same contact.", "Das ist derselbe Kontakt.")]
    [InlineData("A note has at most 600 characters; this one has 601.", "Eine Notiz hat höchstens 600 Zeichen; diese hat 601.")]
    [InlineData("'amount' is negative.", "'amount' ist negativ.")]
    [InlineData("decision_rule: fixed or always_valid. flow, campaign: one of them, not both.", "Regel: fixed oder always_valid. Flow, Kampagne: eines von beiden, nicht beide.")]
    [InlineData("2026-11 is not over: its proof is published once it is, and until then the draft follows the figures.", "2026-11 ist noch nicht vorbei: Der Nachweis wird danach veröffentlicht, und bis dahin folgt der Entwurf den Zahlen.")]
    [InlineData("The page would have 263 words in German, and a minute holds 250: shorten 13.", "Die Seite hätte auf Deutsch 263 Wörter, und eine Minute fasst 250: Kürze um 13.")]
    [InlineData("A shared link holds for 1 to 730 days.", "Ein geteilter Link gilt 1 bis 730 Tage.")]
    [InlineData("/usr/bin/chromium ended with 1: no display", "/usr/bin/chromium endete mit 1: no display")]
    public void AMistakeIsSaidInGerman(string english, string german) => MistakeWords.Of(english).De.ShouldBe(german);

    [Fact]
    public void AFieldIsCalledAsOnThePageInEnglishToo() => MistakeWords.Of("valid_from: a day such as 2026-09-01.").En.ShouldBe(Texts.ValidFrom.En + ": a day such as 2026-09-01.");

    [Fact]
    public void WhereNothingPrintsTheReasonIsSaidInGermanToo() => MistakeWords.Knows(Beleg.Reports.Printing.Chromium.Missing).ShouldBeTrue();

    [Fact]
    public void WhatNobodyWroteWordsForStaysAsItWasSaid() => MistakeWords.Of("Something else. And more.").De.ShouldBe("Something else. And more.");

    /// <summary>Reads the sentences out of the acts themselves, so that a new one without German words fails here.</summary>
    [Fact]
    public void EveryMistakeAFormCanMakeHasGermanWords()
    {
        var root = Path.Combine(Path.GetDirectoryName(Repository.File("Beleg.slnx"))!, "src");
        string[] places = ["Beleg.App/Acts", "Beleg.App/Dashboard", "Beleg.App/Links/LinkWords.cs", "Beleg.App/Links/SignedLinks.cs", "Beleg.App/Hosting/Proofs.cs", "Beleg.App/Hosting/SwitchProposal.cs",
            "Beleg/State/Links.cs", "Beleg/State/Users.cs", "Beleg/State/Roles.cs", "Beleg/State/Shares.cs", "Beleg/State/Notes.cs"];
        var said = places.Select(place => Path.Combine(root, place))
            .SelectMany(place => Directory.Exists(place) ? Directory.EnumerateFiles(place, "*.cs", SearchOption.AllDirectories) : [place])
            .SelectMany(file => Sentences(File.ReadAllText(file))).Distinct().ToList();
        said.Count.ShouldBeGreaterThan(40);
        said.Where(sentence => !MistakeWords.Knows(sentence)).ShouldBeEmpty();
    }

    // What is put into a sentence is made up; a conditional within it stands for either language.
    private static IEnumerable<string> Sentences(string code)
    {
        foreach (var start in new[] { "new UserErrorException(", "Mind(", "mistakes.Add(" })
        {
            for (var at = code.IndexOf(start, StringComparison.Ordinal); at >= 0; at = code.IndexOf(start, at + 1, StringComparison.Ordinal))
            {
                var end = code.IndexOf('\n', at);
                var call = code[at..(end < 0 ? code.Length : end)];
                var (quote, isHoled) = start == "Mind(" ? Last(call) : First(call);
                if (quote >= 0 && Read(call, quote + 1, isHoled) is var sentence && sentence.Contains(' ', StringComparison.Ordinal))
                    yield return sentence;
            }
        }
    }

    private static (int, bool) First(string call) => call.IndexOf('"', StringComparison.Ordinal) is >= 0 and var at ? (at, at > 0 && call[at - 1] == '$') : (-1, false);

    private static (int, bool) Last(string call) => call.LastIndexOf(", $\"", StringComparison.Ordinal) is >= 0 and var holed ? (holed + 3, true)
        : call.LastIndexOf(", \"", StringComparison.Ordinal) is >= 0 and var plain ? (plain + 2, false) : (-1, false);

    private static string Read(string code, int from, bool isHoled)
    {
        var (text, depth) = (new StringBuilder(), 0);
        for (var i = from; i < code.Length; i++)
        {
            var sign = code[i];
            if (isHoled && sign == '{')
            {
                if (depth++ == 0)
                    text.Append(code[i..].Contains("\"German\"", StringComparison.Ordinal) && code[i..].StartsWith("{(language", StringComparison.Ordinal) ? "German" : "7");
            }
            else if (isHoled && sign == '}')
            {
                depth--;
            }
            else if (depth == 0 && sign == '\\')
            {
                text.Append(code[++i]);
            }
            else if (depth == 0 && sign == '"')
            {
                break;
            }
            else if (depth == 0)
            {
                text.Append(sign);
            }
        }

        return text.ToString();
    }
}
