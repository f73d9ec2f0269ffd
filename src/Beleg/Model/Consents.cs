namespace Beleg.Model;

/// <summary>Consent and its withdrawal, as facts.</summary>
internal static class Consents
{
    public static void Fold(ContactHistory history, FoldContext context)
    {
        foreach (var happened in history.ConsentActs)
            history.Consents.Take(happened);
        foreach (var span in history.Consents.Spans)
        {
            context.Into.Consents.Add(new ConsentFact
            {
                Consent = span.Key,
                Contact = history.Contact,
                Purpose = span.Purpose,
                Channel = span.Channel,
                GivenAt = span.GivenAt,
                WithdrawnAt = span.WithdrawnAt,
                Day = context.Day((span.GivenAt ?? span.WithdrawnAt)!.Value),
                ValidUntil = span.ValidUntil,
                WordingVersion = span.Wording,
                Proofs = span.Proofs,
            });
        }
    }
}
