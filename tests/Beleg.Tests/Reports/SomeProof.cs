using System.Security.Cryptography;
using Beleg.Metrics;
using Beleg.Model;
using Beleg.Reports;
using Beleg.Reports.ProofPacks;
using NodaTime;

namespace Beleg.Tests.Reports;

/// <summary>Proofs to arrange tests with.</summary>
internal static class SomeProof
{
    public static readonly YearMonth September = new(2026, 9);

    public static ProofSnapshot Florist() => Pointed(new ProofSnapshot
    {
        Software = "0.1.0",
        Workspace = "florist",
        Brand = "Bloom & Stem",
        Month = September,
        Revision = 1,
        Channels = ["instagram", "whatsapp"],
        Currency = "USD",
        Zone = "Europe/Berlin",
        RevenueBasis = new("Revenue captured less refunds, tax and shipping in", "Umsatz eingezogen minus Erstattungen, mit Steuer und Versand"),
        Model = "linear",
        LookBackDays = 30,
        CutOff = Instant.FromUtc(2026, 10, 31, 22, 58),
        Final = true,
        Figures = Named(Figures()),
        Trend = [Month(4, -310m), Month(5, 1_204.10m), Month(6, 2_903.55m), Month(7, 2_411m), Month(8, 3_870.25m), Month(9, 6_128.40m)],
        Evidence = Grades(212.40m, 604.10m, 298.30m, 165.20m, 0),
        Reconciliation = new()
        {
            Total = Books("", 111_480, 16_520, 20_910, 412_050, 8_990, shopTotal: 569_950),
            Shops = [Books("bloom", 111_480, 16_520, 20_910, 412_050, 8_990, shopTotal: 569_950)],
            Currencies = [Books("USD", 111_480, 16_520, 20_910, 412_050, 8_990)],
            OrdersWithoutRate = 0,
        },
        Assumptions =
        [
            Assumption("would_have_contacted_human", "Would have asked a person", "Hätten einen Menschen gefragt", "share", .8m, .6m, 1m, 2, "D. Okafor"),
            Assumption("contribution_margin", "Contribution margin", "Deckungsbeitrag", "share", .5m, .4m, .5m, 0, null),
            Assumption("cost_per_human_contact", "Human contact", "Menschlicher Kontakt", "money per contact", 4.2m, 3.6m, 4.8m, 1, "D. Okafor"),
            Assumption("weeks_per_month", "Weeks per month", "Wochen je Monat", "weeks", 4.33m, 4m, 4.33m, 0, null),
        ],
        Wins = [],
        Risks = [],
        Restated = [new(new YearMonth(2026, 8), "attributed_revenue", new("Attributed revenue", "Zugerechneter Umsatz"), MetricUnit.Money, 648.20m, 620m)],
    });

    public static ProofSnapshot Empty() => Pointed(Florist() with
    {
        Channels = [],
        CutOff = null,
        Figures = [.. Named(Figures()).Select(f => f with { Value = f.Unit == MetricUnit.Count ? 0 : null, Numerator = null, Denominator = null, Previous = null, Change = null, ChangeShare = null, Interval = null, Scenarios = f.Scenarios is null ? null : new(null, null, null), AllEvidence = null, Forecast = null })],
        Trend = [],
        Evidence = Grades(0, 0, 0, 0, 0),
        Reconciliation = new() { Total = Books("", 0, 0, 0, 0, 0), Shops = [], Currencies = [], OrdersWithoutRate = 0 },
        Restated = [],
    });

    /// <summary>A proof to look at, by name.</summary>
    public static ProofSnapshot Named(string which) => which switch
    {
        "florist" => Florist(),
        "empty" => Empty(),
        "worst" => Worst(),
        "written" => Written(),
        "arabic" => Florist() with { Brand = "متجر الزهور الملكي – ‎Bloom", Currency = "BHD" },
        "hebrew" => Florist() with { Brand = "פרחי ירושלים", Currency = "EUR" },
        "japanese" => Florist() with { Brand = "東京の花屋 直営店", Currency = "JPY" },
        "chinese" => Florist() with { Brand = "北京鲜花速递有限公司 🌸", Currency = "USD" },
        "korean" => Florist() with { Brand = "서울 꽃집", Currency = "CLF" },
        "thai" => Florist() with { Brand = "ร้านดอกไม้ กรุงเทพ · फूलों की दुकान", Currency = "EUR" },
        _ => throw new ArgumentOutOfRangeException(nameof(which)),
    };

    /// <summary>A person wrote as much as is admitted into every place.</summary>
    public static ProofSnapshot Written() => ProofDraft.Apply(Florist(), [.. ProofPlace.All.Select((place, i) => new Beleg.State.ProofEdit(
        i, "2026-09", place.Name, "", "", new string('W', 12) + " " + new string('m', 60), "Donaudampfschifffahrtsgesellschaft " + new string('ß', 60), "ada@agency.example", Instant.FromUtc(2026, 10, 3, 9, 0)))]);

    /// <summary>As much of everything as a page may be asked to hold.</summary>
    public static ProofSnapshot Worst()
    {
        var florist = Florist();
        return Pointed(florist with
        {
            Brand = "Vereinigte Blumengroßhandelsgesellschaft für Schnittblumen, Topfpflanzen und Dauergrün مؤسسة الزهور 花屋株式会社 GmbH & Co. KGaA",
            Currency = "BHD",
            Channels = ["whatsapp", "messenger", "instagram", "telegram", "webchat", "email", "push", "sms", "voice", "other"],
            Figures = [.. florist.Figures.Select(f => f.Unit != MetricUnit.Money ? f with { LowSample = true, Provisional = true } : f with
            {
                Value = f.Value * 100_000, Previous = f.Previous * 100_000, Change = f.Change * 100_000, Provisional = true, LowSample = true,
                Scenarios = f.Scenarios is { } s ? new(s.Low * 100_000, s.Base * 100_000, s.High * 100_000) : null, AllEvidence = f.AllEvidence * 100_000,
                Interval = f.Interval is { } i ? new(i.Low * 100_000, i.High * 100_000) : null,
            }), Figure("thumbs", "Thumbs", "Daumen", "experience", MetricUnit.Share, .5m, .4m), Figure("first_response_time_human", "First response, human", "Erste Antwort, menschlich", "experience", MetricUnit.DurationMs, 7_200_000, 9_000_000, GoodDirection.Down)],
            Evidence = [.. florist.Evidence.Select(g => g with { Value = g.Value * 100_000 })],
            Reconciliation = new()
            {
                Total = Books("", 111_480_000_000, 16_520_000_000, 20_910_000_000, 412_050_000_000, 8_990_000_000, shopTotal: 569_950_000_001),
                Shops = [.. Enumerable.Range(0, 12).Select(i => Books($"shop {i}", 1, 1, 1, 1, 1))],
                Currencies = [.. new[] { "BHD", "EUR", "JPY", "USD", "CLF" }.Select(c => Books(c, 1, 1, 1, 1, 1))],
                OrdersWithoutRate = 1_204,
            },
            Assumptions = [.. florist.Assumptions, .. florist.Assumptions.Take(2).Select(a => a with { Id = a.Id + "_2", Approver = "Prof. Dr. Maximiliane von und zu Hohenstein-Birkenfeld" })],
            Restated = [.. Enumerable.Range(0, 9).Select(_ => florist.Restated[0] with { Was = 64_820_000m, Is = 62_000_000m })],
        });
    }

    public static ProofSnapshot Pointed(ProofSnapshot proof) => ProofPoints.Draft(proof);

    /// <summary>As published: with its live link and address, hashed and signed.</summary>
    public static ProofDocument Sealed(ProofSnapshot draft, string? previous = null)
    {
        var proof = draft with { Address = "https://beleg.agency.example", Live = new("https://beleg.agency.example/share/s3cUreShareLink0123456789abcdefghijkl", Instant.FromUtc(2027, 5, 1, 8, 0)) };
        var hash = ProofHash.Of(previous, ProofHash.Canonical(proof));
        return new()
        {
            Proof = proof,
            PreviousHash = previous,
            Hash = hash,
            PublishedAt = Instant.FromUtc(2026, 11, 1, 8, 0),
            Signature = Convert.ToBase64String(Key.SignData(System.Text.Encoding.ASCII.GetBytes(hash), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            PublicKey = Convert.ToBase64String(Key.ExportSubjectPublicKeyInfo()),
        };
    }

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static ProofFigure Figure(string metric, string en, string de, string group, MetricUnit unit, decimal? value, decimal? previous = null, GoodDirection good = GoodDirection.Up) => new()
    {
        Metric = metric,
        Version = 1,
        Name = new(en, de),
        Group = group,
        Unit = unit,
        Good = good,
        Value = value,
        Previous = previous,
        Change = value - previous,
        ChangeShare = previous is null or 0 || value is null ? null : decimal.Round((value.Value - previous.Value) / Math.Abs(previous.Value), 6),
    };

    // As they are called in real proofs.
    private static ProofFigure[] Named(ProofFigure[] figures) => [.. figures.Select(f => f with { Name = ProofLayout.ShortNames.GetValueOrDefault(f.Path, f.Name) })];

    private static ProofFigure[] Figures() =>
    [
        Figure("net_value", "Net value", "Nettowert", "headline", MetricUnit.Money, 6_128.40m, 3_870.25m) with { Scenarios = new(6_128.40m, 9_412.90m, 12_077.15m) },
        Figure("roi_pct", "ROI", "Rendite", "headline", MetricUnit.Percent, 204.28m, 129m) with { Scenarios = new(204.28m, 313.76m, 402.57m) },
        Figure("payback_months", "Payback, months", "Amortisation, Monate", "headline", MetricUnit.Months, 2.4m, 2.9m, GoodDirection.Down) with { Scenarios = new(2.4m, 1.7m, 1.4m) },
        Figure("automated_conversations", "Handled by automation", "Automatisierte Gespräche", "savings", MetricUnit.Count, 18_000, 17_210),
        Figure("containment_rate", "Containment", "Ohne Menschen gelöst", "savings", MetricUnit.Share, .78m, .714m) with { Numerator = 14_040, Denominator = 18_000, Interval = new(.773881m, .783992m) },
        Figure("abandonment_rate", "Abandonment", "Abgebrochen", "savings", MetricUnit.Share, .061m, .084m, GoodDirection.Down) with { Numerator = 1_098, Denominator = 18_000, Interval = new(.0576m, .0646m) },
        Figure("avoided_support_cost", "Avoided support cost", "Vermiedene Supportkosten", "savings", MetricUnit.Money, 8_164.80m, 6_020.10m) with { Scenarios = new(8_164.80m, 10_886.40m, 13_608m), Provisional = true },
        Figure("attributed_revenue", "Attributed revenue", "Zugerechneter Umsatz", "revenue", MetricUnit.Money, 1_114.80m, 620m) with { AllEvidence = 1_280m },
        Figure("influenced_revenue", "Influenced revenue", "Beeinflusster Umsatz", "revenue", MetricUnit.Money, 1_905.35m, 1_104m) with { AllEvidence = 2_210.40m },
        Figure("revenue_per_chat", "Revenue per chat", "Umsatz pro Chat", "revenue", MetricUnit.Money, 6.40m, 3.10m) with { Numerator = 115_200m, Denominator = 18_000, Interval = new(4.881m, 7.922m) },
        Figure("conversion_rate", "Visitors with chat who convert", "Besucher mit Chat, die kaufen", "revenue", MetricUnit.Share, .036m, .031m) with { Segment = "with_chat=true", Numerator = 1_608, Denominator = 44_667, Interval = new(.0348m, .0372m) },
        Figure("conversion_rate", "Visitors without chat", "Besucher ohne Chat", "revenue", MetricUnit.Share, .021m, .0211m) with { Segment = "with_chat=false", Numerator = 1_582, Denominator = 75_333, Interval = new(.0203m, .0217m) },
        Figure("csat", "CSAT, automated", "CSAT, automatisiert", "experience", MetricUnit.Share, .912m, .894m) with { Segment = "rated=bot", Numerator = 364, Denominator = 399, Interval = new(.871m, .941m) },
        Figure("nps", "NPS, automated", "NPS, automatisiert", "experience", MetricUnit.Score, 41, 38) with { Segment = "rated=bot", LowSample = true, Interval = new(12m, 66m) },
        Figure("first_response_time_automated", "First response, automated", "Erste Antwort, automatisch", "experience", MetricUnit.DurationMs, 42_000, 81_000, GoodDirection.Down),
        Figure("time_to_resolution", "Time to resolution", "Lösungszeit", "experience", MetricUnit.DurationMs, 1_560_000, 1_980_000, GoodDirection.Down),
        Figure("generated_value", "Generated value", "Erzeugter Wert", "behind", MetricUnit.Money, 9_128.40m, 6_870.25m),
        Figure("deflected_contacts", "Deflected contacts", "Vermiedene Kontakte", "behind", MetricUnit.Count, 2_268, 1_672),
        Figure("opt_out_rate", "Opt-outs", "Abmeldungen", "risk", MetricUnit.Share, .0041m, .0038m, GoodDirection.Down) with { Interval = new(.0031m, .0055m) },
        Figure("leads_without_consent", "Leads without consent", "Leads ohne Einwilligung", "risk", MetricUnit.Count, 7, 4, GoodDirection.Down),
        Figure("fallback_rate", "Not understood", "Nicht verstanden", "risk", MetricUnit.Share, .083m, .061m, GoodDirection.Down) with { Interval = new(.079m, .0871m) },
    ];

    public static ReconciliationLine Books(string name, long attributed, long weaker, long other, long unattributed, long excluded, long? shopTotal = null) => new()
    {
        Name = name,
        Orders = 96,
        Attributed = attributed,
        WeakerEvidence = weaker,
        OtherTouches = other,
        Unattributed = unattributed,
        Excluded = excluded,
        Total = attributed + weaker + other + unattributed + excluded,
        ShopTotal = shopTotal,
    };

    private static ProofGrade[] Grades(params decimal[] values) =>
        [.. values.Select((v, i) => new ProofGrade((Evidence)i, v, values.Sum() == 0 ? null : decimal.Round(v / values.Sum(), 6)))];

    private static ProofMonth Month(int month, decimal value) => new(new YearMonth(2026, month), value);

    private static ProofAssumption Assumption(string id, string en, string de, string unit, decimal value, decimal low, decimal high, int version, string? approver) => new()
    {
        Id = id,
        Name = ProofLayout.AssumptionNames.GetValueOrDefault(id, new(en, de)),
        Unit = unit,
        Value = value,
        Low = low,
        High = high,
        Version = version,
        Unset = version == 0,
        Approver = approver,
    };
}
