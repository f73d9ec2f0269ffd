using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Beleg.Metrics;

/// <summary>The words in braces that a definition may use, and what the composer writes for each.</summary>
internal sealed partial class Placeholders(Composition query, Dialect dialect, SqlParameters parameters, string time)
{
    /// <summary>Every word a definition may use.</summary>
    public static IReadOnlyList<string> Known { get; } =
        ["cut_off", "a_day_ago", "recontact_window", "recontact_from", "quiet_week_from", "look_back_from", "thirty_days_ago", "model", "weighted", "evidence", "conservative", "bucket_from", "bucket_to", "tells_delivered", "tells_read", "upsell"];

    /// <summary>The words that move with the workspace's last event.</summary>
    public static IReadOnlyList<string> Moving { get; } = ["cut_off", "a_day_ago", "recontact_from", "quiet_week_from", "look_back_from", "thirty_days_ago"];

    /// <summary>The parameters that are the same question on another day.</summary>
    public static IReadOnlyCollection<string> Days { get; } = [.. Moving, "from", "to"];

    /// <summary>Whether a measure changes as time passes, the facts staying as they are.</summary>
    public static bool Moves(Measure measure) => measure.Where.Any(w => Moving.Any(word => w.Contains($"{{{word}}}", StringComparison.Ordinal)));

    /// <summary>An expression with its words replaced.</summary>
    public string Fill(string expression) => Word().Replace(expression, match => Of(match.Groups[1].Value));

    private string Of(string word) => word switch
    {
        "cut_off" => At(word, Duration.Zero),
        "a_day_ago" => At(word, Duration.FromHours(24)),
        "recontact_from" => At(word, query.Settings.RecontactWindow),
        "quiet_week_from" => At(word, Duration.FromDays(7)),
        "thirty_days_ago" => At(word, Duration.FromDays(30)),
        "look_back_from" => At(word, query.Settings.LookBack),
        "recontact_window" => parameters.Take(word, ParameterType.Long, (long)query.Settings.RecontactWindow.TotalMilliseconds),
        "model" => dialect.Name(query.Model.Column),
        "weighted" => query.Model.IsLearned ? LearnedCredit.Weighted : string.Create(CultureInfo.InvariantCulture, $"(weighted & {query.Model.Bit}) <> 0"),
        "evidence" => query.Evidence == EvidenceBasis.Conservative ? Conservative : Always,
        "conservative" => Conservative,
        "tells_delivered" => Among("channel", query.Receipts.Delivered),
        "tells_read" => Among("channel", query.Receipts.Read),
        "upsell" => Upsell,
        "bucket_from" => BucketFrom,
        "bucket_to" => BucketTo,
        _ => throw new InvalidOperationException($"'{{{word}}}' is no word of a definition."),
    };

    /// <summary>What a word becomes where it asks for nothing.</summary>
    public const string Always = "true";

    private const string Conservative = "evidence IN ('a', 'b', 'c')";

    private string From => parameters.Take("from", ParameterType.Date, query.Period.From);

    private string To => parameters.Take("to", ParameterType.Date, query.Period.To);

    // A piece of the period that begins before it or ends after it is cut at the period.
    private string BucketFrom => query.Grain is { } grain ? $"greatest({dialect.StartOf(grain, time)}, {From})" : From;

    private string BucketTo => query.Grain is { } grain ? $"least({dialect.EndOf(grain, dialect.StartOf(grain, time))}, {To})" : To;

    // The labels are the program's own, never a request's.
    private string Among(string column, IReadOnlyList<string> labels) =>
        labels.Count == 0 ? "false" : $"{column} IN ({string.Join(", ", labels.Select(l => dialect.Label(column, l)))})";

    // Names of flows are a person's text: they are parameters, never part of the statement.
    private string Upsell => query.Settings.Upsell.ToArray() is { Length: > 0 } flows
        ? $"flow_id IN ({string.Join(", ", flows.Select((flow, i) => parameters.Take(string.Create(CultureInfo.InvariantCulture, $"upsell{i}"), ParameterType.Text, flow)))})" : "false";

    private string At(string name, Duration before) => parameters.Take(name, ParameterType.Timestamp, query.CutOff - before);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Word();
}
