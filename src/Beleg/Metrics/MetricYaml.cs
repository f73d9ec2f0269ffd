using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Beleg.Metrics;

/// <summary>A definition as its file spells it. A word that is not here is an error, so a slip of the pen cannot change a figure.</summary>
internal sealed class MetricYaml
{
    private static readonly IDeserializer Reader = new DeserializerBuilder()
        .WithNamingConvention(UnderscoredNamingConvention.Instance).WithEnumNamingConvention(UnderscoredNamingConvention.Instance).WithDuplicateKeyChecking().Build();

    public string Id { get; set; } = "";
    public int Version { get; set; }
    public string Status { get; set; } = "";
    public WordsYaml? WaitsFor { get; set; }
    public string? Family { get; set; }
    public WordsYaml? Name { get; set; }
    public WordsYaml? Definition { get; set; }
    public WordsYaml? Why { get; set; }
    public WordsYaml? Edges { get; set; }
    public WordsYaml? Warning { get; set; }
    public MetricUnit Unit { get; set; }
    public GoodDirection Good { get; set; }
    public MetricPillar Pillar { get; set; }
    public MetricLevel Level { get; set; }
    public MetricBasis Basis { get; set; }
    public string Owner { get; set; } = "";
    public string Source { get; set; } = "";
    public string Frequency { get; set; } = "";
    public decimal? Target { get; set; }
    public int MinSample { get; set; } = 30;
    public AnchorYaml? Anchor { get; set; }
    public List<string> Split { get; set; } = [];
    public bool Ranked { get; set; }
    public List<string>? Dimensions { get; set; }
    public string? Calculation { get; set; }
    public MeasureYaml? Of { get; set; }
    public MeasureYaml? Numerator { get; set; }
    public MeasureYaml? Denominator { get; set; }
    public MeasureYaml? Open { get; set; }
    public bool OpenIsOut { get; set; }
    public MeasureYaml? OpenTop { get; set; }
    public bool DenominatorIsSample { get; set; }
    public int Scale { get; set; } = 1;
    public IntervalRule Interval { get; set; }
    public Dictionary<string, PartYaml> Parts { get; set; } = [];

    /// <summary>Reads one file.</summary>
    public static MetricYaml Read(string text) => Reader.Deserialize<MetricYaml>(text);

    internal sealed class WordsYaml
    {
        public string En { get; set; } = "";
        public string De { get; set; } = "";

        public Words ToWords() => new(En, De);
    }

    internal sealed class AnchorYaml
    {
        public string Entity { get; set; } = "";
        public string Time { get; set; } = "";
    }

    internal sealed class MeasureYaml
    {
        public string? Fact { get; set; }
        public string? Time { get; set; }
        public List<string> Where { get; set; } = [];
        public string? Sum { get; set; }
        public string? Distinct { get; set; }
        public string? Quantile { get; set; }
        public decimal Rank { get; set; } = .5m;

        /// <summary>The measure; what it does not say itself it takes from what the whole definition is of.</summary>
        public Measure Against(MeasureYaml? of) => new(
            Fact ?? of?.Fact ?? "",
            Time ?? of?.Time ?? "",
            Fact is null && of is not null ? [.. of.Where, .. Where] : Where,
            (Sum, Distinct, Quantile) switch
            {
                ({ }, null, null) => Aggregate.Sum,
                (null, { }, null) => Aggregate.Distinct,
                (null, null, { }) => Aggregate.Quantile,
                _ => Aggregate.Count,
            },
            Sum ?? Distinct ?? Quantile,
            Quantile is null ? 0 : Rank);
    }

    internal sealed class PartYaml
    {
        public WordsYaml? Name { get; set; }
        public MetricUnit Unit { get; set; }
        public MeasureYaml? Of { get; set; }
        public MeasureYaml? Numerator { get; set; }
        public MeasureYaml? Denominator { get; set; }
        public int Scale { get; set; } = 1;
        public IntervalRule Interval { get; set; }
    }
}
