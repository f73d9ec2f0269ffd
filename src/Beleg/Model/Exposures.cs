using Beleg.Sources;

namespace Beleg.Model;

/// <summary>The first time a contact saw each variation of an experiment.</summary>
internal static class Exposures
{
    public static void Fold(ContactHistory history, FoldContext context)
    {
        if (history.Exposures.Count == 0)
            return;
        var seen = new HashSet<(string, string)>();
        foreach (var happened in history.Exposures)
        {
            if (happened.Payload is not ExperimentPayload payload || !seen.Add((payload.ExperimentId, payload.VariationId)))
                continue;
            context.Into.Exposures.Add(new ExposureFact
            {
                Exposure = happened.Id,
                Contact = history.Contact,
                ExperimentId = payload.ExperimentId,
                VariationId = payload.VariationId,
                At = happened.OccurredAt,
                Day = context.Day(happened.OccurredAt),
            });
        }
    }
}
