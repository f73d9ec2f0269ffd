using Beleg.Model;
using Beleg.Primitives;
using Beleg.Sources;
using Beleg.Warehouse.DuckDb;

namespace Beleg.Benchmarks.Stream;

/// <summary>Gives translated events to the SQL side: a row each, with its names, payload and keys in columns of their own.</summary>
internal sealed class FoldSqlEvents(DuckDbConnection connection, string catalog, KeyedHash hash) : IDisposable
{
    private readonly DuckDbAppender row = new(connection, "events", catalog);
    private readonly DuckDbAppender pair = new(connection, "together", catalog);

    /// <summary>Adds an event.</summary>
    public void Add(Event happened)
    {
        Envelope(happened);
        Message(happened.Payload as MessagePayload, happened.Payload as StatusPayload);
        Flow(happened.Payload as FlowPayload);
        Thing(happened);
        Survey(happened.Payload as SurveyPayload);
        Money(happened);
        row.EndRow();
        if (happened.Trust != Trust.Browser)
            for (var i = 1; i < happened.Identifiers.Count; i++)
                Together(happened.Id, happened.Identifiers[0], happened.Identifiers[i]);
    }

    /// <summary>Writes what is left.</summary>
    public void Close()
    {
        row.Close();
        pair.Close();
    }

    public void Dispose()
    {
        row.Dispose();
        pair.Dispose();
    }

    private void Together(Key happened, Identifier one, Identifier other)
    {
        pair.Append(happened.Value).Append(one.Key.Value).Append((long)one.Type).Append(other.Key.Value).Append((long)other.Type);
        pair.EndRow();
    }

    private void Envelope(Event happened)
    {
        row.Append(happened.Id.Value).Append((long)happened.Kind).Append(happened.OccurredAt).Append(happened.Source);
        if (happened.Identifiers.Count > 0)
            row.Append(happened.Identifiers[0].Key.Value).Append((long)happened.Identifiers[0].Type);
        else
            row.AppendNull().AppendNull();
        row.Append((long)happened.Channel).Append((long)happened.Actor);
        Maybe((long?)happened.EntryPoint);
        row.Append(happened.EntryRef).Append(happened.AccountId);
        Maybe(happened.Conversation);
        Maybe(happened.Message);
        row.Append(happened.FlowId).Append(happened.FlowVersion);
        Maybe(happened.Run);
        row.Append(happened.StepId).Append(happened.Branch).Append(happened.CampaignId).Append(happened.Language);
    }

    private void Message(MessagePayload? message, StatusPayload? status)
    {
        row.Append(message is not null).Append((long)(message?.Kind ?? MessageKind.Answer)).Append(message?.ExpectsReply ?? false).Append(message?.IsFallback ?? false).Append((long)(message?.HandledBy ?? HandledBy.Unknown));
        row.Append(message?.Buttons.Count > 0).Append(message?.Links.Count > 0).Append(message?.Template).Append(message?.Intent);
        row.Append((long)(message?.Category ?? status?.Category ?? MessageCategory.None));
        Maybe(status?.Billable);
        row.Append(message?.CountryCallingCode ?? status?.CountryCallingCode).Append(status?.ErrorCode);
    }

    private void Flow(FlowPayload? flow)
    {
        Maybe(flow?.StepIndex);
        row.Append(flow?.Terminal ?? false).Append(flow?.Goal);
        Maybe((long?)flow?.ExitReason);
    }

    private void Thing(Event happened)
    {
        Maybe(happened.Payload switch
        {
            HandoffPayload handoff => handoff.Handoff.IsNone ? happened.Id : handoff.Handoff,
            LeadPayload lead => lead.Lead.IsNone ? happened.Id : lead.Lead,
            SurveyPayload survey => survey.Survey.IsNone ? happened.Id : survey.Survey,
            RefundPayload refund => hash.Of("refund", $"{refund.Shop}|{refund.OrderId}", refund.RefundId),
            _ => Key.None,
        });
        var asked = happened.Payload as HandoffPayload;
        row.Append((long)(asked?.RequiredFields.Count ?? 0)).Append((long)(asked?.RequiredFields.Count(asked.FilledFields.Contains) ?? 0));
        Maybe(happened.Payload is ResolutionPayload resolution ? (long?)Of(resolution.By) : null);
        row.Append((happened.Payload as ConsentPayload)?.Purpose);
    }

    private void Survey(SurveyPayload? survey)
    {
        Maybe((long?)survey?.Type);
        Maybe(survey?.Score);
        row.Append((long)(survey?.ScaleMin ?? 0)).Append((long)(survey?.ScaleMax ?? 0)).Append((long)(survey?.Rated ?? Actor.Unknown));
    }

    private void Money(Event happened)
    {
        var order = happened.Payload as OrderPayload;
        var refund = happened.Payload as RefundPayload;
        var click = happened.Payload as ClickPayload;
        row.Append(click?.LinkCode);
        Maybe(Routing.Bid(hash, order?.Bid ?? click?.ClickId));
        Maybe(order is not null ? Routing.Order(hash, order.Shop, order.OrderId) : refund is not null ? Routing.Order(hash, refund.Shop, refund.OrderId) : Key.None);
        row.Append(order?.Shop).Append(order?.OrderId);
        if (order is null)
            row.AppendNull();
        else
            row.Append(order.PlacedAt);
        row.Append(order?.Currency ?? refund?.Currency).Append(order?.TotalMinor ?? refund?.AmountMinor ?? 0).Append(order?.PaidInChat ?? false);
    }

    private static ResolvedBy Of(Actor actor) => actor switch
    {
        Actor.Human => ResolvedBy.Human,
        Actor.Contact => ResolvedBy.Contact,
        Actor.Timer => ResolvedBy.Timer,
        _ => ResolvedBy.Bot,
    };

    private void Maybe(long? value)
    {
        if (value is { } known)
            row.Append(known);
        else
            row.AppendNull();
    }

    private void Maybe(bool? value)
    {
        if (value is { } known)
            row.Append(known);
        else
            row.AppendNull();
    }

    private void Maybe(Key key) => Maybe(key.IsNone ? null : key.Value);
}
