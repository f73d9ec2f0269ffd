using Beleg.Metrics;
using Beleg.Model;
using Beleg.Reports.Copy;
using Beleg.Reports.Findings;
using Beleg.Tests.Metrics;

namespace Beleg.Tests.Reports.Findings;

/// <summary>A story of September 2026, and what the rules make of it.</summary>
internal sealed class FindingCase
{
    private readonly List<CopySample> copy = [];
    private int contact;

    public Story Story { get; } = new();

    public MetricSettings Settings { get; init; } = new();

    /// <summary>Adds visits of a step, each by another contact.</summary>
    public FindingCase Step(string step, int visits, int stuck, bool opener = false, string flow = "bouquet")
    {
        for (var i = 0; i < visits; i++)
            Story.Step(++contact, "2026-09-02", step, left: i >= stuck, v => v with { FlowId = flow, IsOpener = opener });
        return this;
    }

    /// <summary>Says what a step's message reads.</summary>
    public FindingCase Says(string step, string text, params string[] labels) => Says(new CopyPlace("bouquet", "1", step, null, null), text, labels);

    public FindingCase Says(CopyPlace place, string text, params string[] labels)
    {
        copy.Add(new CopySample(place, 100, text, CopyTraits.Of(text, labels)));
        return this;
    }

    /// <summary>Adds conversations, each of another contact.</summary>
    public FindingCase Talks(int count, Func<ConversationFact, ConversationFact>? change = null, string at = "2026-09-02")
    {
        for (var i = 0; i < count; i++)
            Story.Conversation(++contact, at, change);
        return this;
    }

    /// <summary>Adds delivered messages, each to another contact, of which some had what <paramref name="hit"/> makes of them.</summary>
    public FindingCase Messages(int count, int hits, Func<MessageFact, MessageFact> all, Func<MessageFact, MessageFact> hit, string at = "2026-09-02T12:00:00Z")
    {
        for (var i = 0; i < count; i++)
        {
            var reacted = i < hits;
            Story.Message(++contact, at, m => all(reacted ? hit(m with { DeliveredAt = m.At }) : m with { DeliveredAt = m.At }));
        }

        return this;
    }

    /// <summary>Forty conversations that went on, ten of which bought for 40.00 each with evidence C: 400 × 50 % ÷ 40 = 5.00 each.</summary>
    public FindingCase Worth(string? flow = "bouquet")
    {
        for (var i = 0; i < 40; i++)
        {
            var talk = Story.Conversation(++contact, "2026-09-03", c => c with { FlowId = flow });
            if (i < 10)
                Story.Credit(Story.Order(contact, "2026-09-04", 4_000, o => o with { Evidence = Evidence.C }), talk, 4_000);
        }

        return this;
    }

    public FindingsReport Report()
    {
        using var scene = new MetricScene(Story.Facts) { Settings = Settings };
        return scene.Engine.ReadAsync(scene.Warehouse, facts => FindingsReader.Read(facts, Settings, Period.Month(2026, 9), copy), TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }

    public IReadOnlyList<Finding> Of(string rule) => [.. Report().Findings.Where(f => f.Rule == rule)];

    /// <summary>The rows behind a rule's first finding.</summary>
    public IReadOnlyList<FindingRow> Behind(string rule, int most = 1_000)
    {
        using var scene = new MetricScene(Story.Facts) { Settings = Settings };
        return scene.Engine.ReadAsync(
            scene.Warehouse,
            facts =>
            {
                var findings = new FindingScene(facts, CompositionReader.Read(facts, Period.Month(2026, 9), Settings, EvidenceBasis.Conservative), copy);
                return FindingRules.All.Single(r => r.Id == rule).Find(findings).First().Behind(findings, most);
            },
            TestContext.Current.CancellationToken).GetAwaiter().GetResult();
    }
}
