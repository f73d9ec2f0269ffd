using System.Globalization;
using System.Text;
using Beleg.Metrics;
using Beleg.Primitives;

namespace Beleg.Reports.Why;

/// <summary>Why a figure changed, for a terminal.</summary>
public static class WhyText
{
    /// <summary>Writes it out. Pure.</summary>
    public static string Render(WhyReport report, ReportLanguage l)
    {
        var (text, currency) = (new StringBuilder(), Currency.Find(report.Currency));
        string Value(decimal? value) => UnitText.Value(report.Unit, value, currency, l);
        string Change(decimal change) => change == 0 ? "" : UnitText.Change(report.Unit, change, currency, l);
        text.AppendLine(CultureInfo.InvariantCulture, $"{report.Name.In(l.Code)} · {l.Day(report.ComparedFrom)} – {l.Day(report.ComparedTo.PlusDays(-1))}: {Value(report.Before)} · {l.Day(report.From)} – {l.Day(report.To.PlusDays(-1))}: {Value(report.After)}");
        text.AppendLine(report.Sentence.In(l.Code));
        foreach (var split in report.Splits)
        {
            var name = Dimensions.Find(split.Dimension)!.Name.In(l.Code);
            List<string[]> rows = [[name, l.Pick("Part", "Beitrag"), .. Kinds(report).Select(kind => kind.Name.In(l.Code))]];
            rows.AddRange(split.Parts.Select(part => (string[])[NameOf(split.Dimension, part).In(l.Code), Change(part.Amount), .. Kinds(report).Select(kind => Change(kind.Of(part)))]));
            rows.Add([l.Pick("Residual", "Rest der Rechnung"), UnitText.Change(report.Unit, decimal.Round(split.Residual, 9), currency, l), .. Kinds(report).Select(_ => "")]);
            text.AppendLine();
            PlainText.Table(text, rows);
        }

        return text.ToString();
    }

    /// <summary>The factors that a report's parts have, each with its name and its amount of a part.</summary>
    public static IReadOnlyList<(Words Name, Func<WhyPart, decimal> Of)> Kinds(WhyReport report)
    {
        (Words Name, Func<WhyPart, decimal> Of)[] all =
        [
            (new("Volume", "Menge"), part => part.Volume), (new("Mix", "Mischung"), part => part.Mix), (new("Rate", "Quote"), part => part.Rate),
            (new("Value", "Wert"), part => part.Value), (new("Unexplained", "Unerklärt"), part => part.Rest),
        ];
        return [.. all.Where(kind => report.Splits.SelectMany(split => split.Parts).Any(part => kind.Of(part) != 0))];
    }

    /// <summary>The name of a part's group.</summary>
    public static Words NameOf(string dimension, WhyPart part) => part.IsOverlap ? GroupWords.Of(dimension, WhySplits.Overlap)
        : dimension == "step" ? part.Group is null && part.Flow is null ? GroupWords.Of(dimension, null) : new StepName(part.Flow, part.Group ?? "", part.Place).ToWords()
        : GroupWords.Of(dimension, part.Group);
}
