namespace Beleg.Model;

/// <summary>The fold of one contact as a list of steps; each leaves what the next needs. One instance per thread.</summary>
internal sealed class ContactFold(FoldContext context)
{
    private readonly EpisodeWalk walk = new(context.Settings);
    private readonly Flows flows = new(context);
    private readonly Conversations conversations = new(context);
    private readonly Orders orders = new(context);

    /// <summary>Everything that needs no other contact.</summary>
    public void Fold(ContactHistory history)
    {
        MessageLife.Gather(history);
        walk.Walk(history);
        foreach (var episode in history.Episodes)
            episode.Day = context.Day(episode.StartedAt);
        MessageLife.ApplyWatermarks(history);
        Clicks.Fold(history, context);
        MessageLife.Infer(history);
        flows.Fold(history);
        Handoffs.Fold(history, context);
        Consents.Fold(history, context);
        Leads.Fold(history, context);
        Surveys.Fold(history, context);
        conversations.Fold(history);
        Messages.Write(history, context);
        orders.Fold(history);
        Touches.Find(history, context);
        Visits.Fold(history, context);
        Appointments.Fold(history, context);
        Deals.Fold(history, context);
        Subscriptions.Fold(history, context);
        Exposures.Fold(history, context);
    }

    /// <summary>What waits until the orders of all contacts have their credits.</summary>
    public void Finish(ContactHistory history)
    {
        Touches.Write(history, context);
        Contacts.Write(history, context);
    }
}
