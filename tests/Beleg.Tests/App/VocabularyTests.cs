using System.Reflection;
using System.Text.RegularExpressions;
using Beleg.App.Dashboard.Language;
using Beleg.Metrics;
using Beleg.Sources;
using Beleg.Tests.Support;

namespace Beleg.Tests.App;

/// <summary>What a page shows it says in the reader's language: every member of every enumeration that can stand on one.</summary>
public sealed partial class VocabularyTests
{
    // The same in both languages, and rightly so.
    private static readonly string[] shared =
    [
        "WhatsApp", "Messenger", "Instagram", "Telegram", "SMS", "push", "Push", "bot", "Bot", "link", "Link", "widget", "Widget", "browser", "Browser", "crawler", "Crawler", "server", "Server",
        "marketing", "Marketing", "service", "Service", "chat", "Chat", "marketing lite", "Marketing Lite", "Conversion", "e-mail", "E-Mail",
    ];

    private static readonly Dictionary<Type, MethodInfo> words = typeof(Vocabulary).GetMethods(BindingFlags.Static | BindingFlags.Public)
        .Where(method => method.Name == "Of").ToDictionary(method => method.GetParameters()[0].ParameterType);

    /// <summary>Enumerations whose members are never shown by name.</summary>
    private static readonly Type[] unseen = [typeof(Verdict)];

    [Fact]
    public void EveryEnumerationOfTheVocabularyHasWords()
    {
        var all = typeof(EventKind).Assembly.GetTypes().Where(type => type is { IsEnum: true, IsPublic: true, Namespace: "Beleg.Sources" }).Except(unseen);
        all.Except(words.Keys).Select(type => type.Name).ShouldBeEmpty();
    }

    [Fact]
    public void EveryMemberHasAnEnglishAndAGermanPhrase()
    {
        foreach (var (type, method) in words)
            foreach (var member in Enum.GetValues(type))
            {
                var phrase = (Phrase)method.Invoke(null, [member])!;
                phrase.En.ShouldNotBeNullOrWhiteSpace($"{type.Name}.{member}");
                phrase.De.ShouldNotBeNullOrWhiteSpace($"{type.Name}.{member}");
                (phrase.De != phrase.En || shared.Contains(phrase.De)).ShouldBeTrue($"{type.Name}.{member} says '{phrase.De}' in both languages");
            }
    }

    [Fact]
    public void MembersOfOneEnumerationAreToldApart()
    {
        foreach (var (type, method) in words)
            foreach (var pick in new Func<Phrase, string>[] { phrase => phrase.En, phrase => phrase.De })
                Enum.GetValues(type).Cast<object>().Select(member => pick((Phrase)method.Invoke(null, [member])!)).GroupBy(word => word).Where(same => same.Count() > 1)
                    .Select(same => $"{type.Name}: {same.Key}").ShouldBeEmpty();
    }

    [Fact]
    public void OwnersSourcesAndFrequenciesOfEveryMetricAreSaidInGerman()
    {
        foreach (var word in MetricCatalogue.Default.All.SelectMany(metric => new[] { metric.Owner, metric.Source, metric.Frequency }).Distinct())
        {
            var phrase = Vocabulary.Catalogue(word);
            (phrase.De != word || word is "Compliance" or "Leads").ShouldBeTrue(word);
        }
    }

    [Fact]
    public void NoPageWritesTheNameOfAMember()
    {
        var pages = Directory.EnumerateFiles(Repository.File("src/Beleg.App/Dashboard"), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith("Pages.cs", StringComparison.Ordinal) || file.EndsWith("View.cs", StringComparison.Ordinal));
        foreach (var file in pages)
            Shown().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}").ShouldBeEmpty();
    }

    [GeneratedRegex(@">@(?:\w+(?:\.\w+)*\.(?:Unit|Level|Basis|Pillar|Good|State|Actor|Trust)|channel)<", RegexOptions.CultureInvariant)]
    private static partial Regex Shown();
}
