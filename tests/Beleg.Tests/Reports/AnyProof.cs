using Beleg.Metrics;
using Beleg.Reports.ProofPacks;
using Beleg.Sources;
using Beleg.State;
using Beleg.Statistics.Experiments;
using NodaTime;

namespace Beleg.Tests.Reports;

/// <summary>Proofs of whatever data somebody may have, drawn with a fixed seed: nothing, one conversation, long names, any script, any currency, any size.</summary>
internal static class AnyProof
{
    private static readonly string[] brands =
    [
        "Petal", "Bloom & Stem", "متجر الزهور الملكي في دبي – ‎Bloom", "פרחי ירושלים והסביבה", "東京の花屋 直営店", "北京鲜花速递有限公司 🌸", "서울 꽃집", "ร้านดอกไม้ กรุงเทพ", "फूलों की दुकान दिल्ली", "💐🌷🌹 Fleurs 🌻",
        "Vereinigte Blumengroßhandelsgesellschaft für Schnittblumen, Topfpflanzen und Dauergrün GmbH & Co. KGaA", new string('W', 90), "Søren Ødegård Blomster Å/S", "Цветы Москвы и Подмосковья", "Ελληνικά Λουλούδια",
    ];

    private static readonly string[] currencies = ["USD", "EUR", "JPY", "BHD", "CLF"];

    /// <summary>One of them.</summary>
    public static ProofSnapshot Of(int seed)
    {
        var random = new Random(seed);
        bool Sometimes(int ofTen) => random.Next(10) < ofTen;
        // From nothing over one conversation to a year of a large shop.
        var size = (decimal)Math.Pow(10, random.Next(0, 8)) * (Sometimes(2) ? 0 : 1);
        var florist = SomeProof.Florist();
        decimal? Scale(ProofFigure f, decimal? value) => value is not { } known ? null : f.Unit is MetricUnit.Money or MetricUnit.Count ? decimal.Round(known * size / 1000, 2) : known;
        var name = brands[random.Next(brands.Length)];
        var proof = florist with
        {
            Brand = name,
            Currency = currencies[random.Next(currencies.Length)],
            Channels = [.. new[] { "whatsapp", "messenger", "instagram", "telegram", "webchat", "email", "push", "sms", "voice" }.Take(random.Next(10))],
            Figures =
            [
                .. florist.Figures.Select(f => size == 0 || Sometimes(1) ? f with { Value = null, Previous = null, Change = null, ChangeShare = null, Interval = null, Scenarios = f.Scenarios is null ? null : new(null, null, null), AllEvidence = null } : f with
                {
                    Value = Scale(f, f.Value), Previous = Scale(f, f.Previous), Change = Scale(f, f.Change), AllEvidence = Scale(f, f.AllEvidence), Numerator = decimal.Round((f.Numerator ?? 0) * size / 1000), Denominator = decimal.Round((f.Denominator ?? 1) * size / 1000) + 1,
                    Scenarios = f.Scenarios is { } s ? new(Scale(f, s.Low), Scale(f, s.Base), Scale(f, s.High)) : null,
                    Interval = f.Interval is { } i ? new(Scale(f, i.Low)!.Value, Scale(f, i.High)!.Value) : null,
                    LowSample = Sometimes(4), Provisional = Sometimes(5),
                }),
            ],
            Trend = [.. florist.Trend.Skip(random.Next(7)).Select(m => m with { Value = Sometimes(1) ? null : decimal.Round((m.Value ?? 0) * size * (Sometimes(3) ? -1 : 1), 2) })],
            CutOff = size == 0 ? null : florist.CutOff,
            Evidence = size == 0 ? [.. florist.Evidence.Select(g => g with { Value = 0, Share = null })] : florist.Evidence,
            Reconciliation = size == 0
                ? new() { Total = SomeProof.Books("", 0, 0, 0, 0, 0), Shops = [], Currencies = [], OrdersWithoutRate = 0 }
                : new() { Total = SomeProof.Books("", (long)(111_480 * size), 16_520, 20_910, (long)(412_050 * size), 8_990, shopTotal: Sometimes(3) ? 5 : null), Shops = [], Currencies = [.. currencies.Select(c => SomeProof.Books(c, 1, 1, 1, 1, 1))], OrdersWithoutRate = random.Next(2) * 1_204 },
            Assumptions = [.. florist.Assumptions.Take(random.Next(5)), .. Sometimes(5) ? florist.Assumptions.Select(a => a with { Id = a.Id + "_of_our_own", Name = new($"{name} share", $"Anteil {name}") }) : []],
            Restated = Sometimes(4) ? [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => florist.Restated[0] with { Was = 648.20m * size, Is = 620m * size })] : [],
            Findings = Sometimes(5) ? [.. new[] { "dead_opener", "no_human_door", "slow_hours", "vague_offer" }.Select((rule, i) => Finding(rule, name, size * (i + 1)))] : [],
            Limits = Sometimes(5) ? [new("orders_without_identity", .3125m, new("Revenue", "Umsatz"), new("Long.", "Lang."), true), new("silent_days", .2m, new("Trends", "Verläufe"), new("Long.", "Lang."), false)] : [],
            Outlook = Sometimes(6) ? new(Sometimes(5) ? 12 : null, 61, 73_540.80m * size, 60_000m * size * (Sometimes(3) ? -1 : 1), 88_000m * size, 50_000m * size, 97_000m * size, "theta") : null,
            Trials = Sometimes(4) ? [new("opener", name, "holdout", "revenue", 1_204, .1234m, .031m, .212m, VerdictKind.Ship), new("footer", "a much longer name of an arm than anybody needs", "control", "revenue", 900, -.08m, -.12m, -.03m, VerdictKind.RollBack)] : [],
            Plans = Sometimes(5)
                ? [
                    new("opener-2", ExperimentState.Running, $"{name} " + new string('x', 300), "opener_dropoff", new("Opener drop-off", "Absprung beim Einstieg"), .25m, null, 1_204m * size, null, null, null, null),
                    new("footer-2", ExperimentState.Draft, "Ask later", "revenue", new("Revenue per contact", "Umsatz je Kontakt"), .05m, 100m * size, 250m * size, 2.5m, new(2026, 10, 1), new(2026, 11, 1), "dead_opener/bouquet/3/opener"),
                ] : [],
        };
        proof = SomeProof.Pointed(proof);
        return Sometimes(2) ? ProofDraft.Apply(proof, [new ProofEdit(1, "2026-09", "commentary.1.text", "", "", $"Ask {name}.", $"{name} fragen.", "ada@agency.example", Instant.FromUtc(2026, 10, 3, 9, 0))]) : proof;
    }

    private static ProofFinding Finding(string rule, string flow, decimal money) => new(
        rule, flow + "/3/opener", new("Dead opener", "Toter Einstieg"), 80, 200, .4m, new(.334m, .469m), true, money == 0 ? null : new(money, money * 2, money * 3), "opener_dropoff", -.05m);
}
