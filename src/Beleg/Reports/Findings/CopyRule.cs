using Beleg.Metrics;
using Beleg.Reports.Copy;
using Beleg.Statistics;

namespace Beleg.Reports.Findings;

/// <summary>A rule about the words of our own messages: it holds against the places whose words are so the places whose words are not.</summary>
internal abstract class CopyRule : FindingRule
{
    /// <summary>From which share of losses on it is worth a word.</summary>
    protected virtual decimal LeastLoss => 0;

    /// <summary>Whether a message is of the kind the rule looks for.</summary>
    protected abstract bool Is(CopySample sample);

    /// <summary>What is wrong with it.</summary>
    protected abstract Words Says(CopySample sample, ReportedLoss loss);

    /// <summary>What to do.</summary>
    protected abstract Words Advice { get; }

    /// <summary>What an experiment would change and expect.</summary>
    protected abstract Words Hypothesis { get; }

    public override IEnumerable<Finding> Find(FindingScene scene)
    {
        foreach (var (sample, loss) in scene.Copy.Where(Is).Select(s => (s, ReportedLoss.Of(scene, s.Place))))
        {
            if (loss is null || loss.Total < MinSample || loss.Share < LeastLoss)
                continue;
            var others = scene.Copy.Where(s => !Is(s)).Select(s => ReportedLoss.Of(scene, s.Place)).OfType<ReportedLoss>().Where(o => o.AtStep == loss.AtStep).ToArray();
            var (lost, of) = (others.Sum(o => o.Lost), others.Sum(o => o.Total));
            var difference = of < MinSample ? null : ShareDifference.Newcombe(loss.Lost, loss.Total, lost, of);
            // A message that loses no more people than others do not is none that hides money, whatever its words.
            if (difference is not null && loss.Share * of <= lost)
                continue;
            yield return new Finding
            {
                Rule = Id,
                Subject = sample.Place.Name,
                Title = Title,
                Says = Says(sample, loss),
                Advice = Advice,
                Evidence = FindingEvidence.Of(loss.Lost, loss.Total, difference is null ? null : (decimal)lost / of),
                Confidence = difference is not { } d ? FindingConfidence.Weak : d.Low > 0 ? FindingConfidence.Strong : FindingConfidence.Fair,
                Money = loss.AtStep ? Losses.WonBack(scene, FindingEvidence.Of(loss.Lost, loss.Total), sample.Place.Flow) : Losses.MoreReactions(scene, loss.Total - loss.Lost, sample.Place.Flow),
                Experiment = loss.AtStep
                    ? new ProposedExperiment(Hypothesis, loss.IsOpener ? "opener_dropoff" : "step_dropoff", -.05m)
                    : new ProposedExperiment(Hypothesis, "reply_rate", .02m),
                Excerpt = sample.Text,
                Behind = loss.Rows,
            };
        }
    }
}
