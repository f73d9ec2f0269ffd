using System.Globalization;
using System.Text.Json;
using Beleg.App.Demo;
using NodaTime;

namespace Beleg.Benchmarks.Verification;

/// <summary>
/// The schema-guided dialogues as events of a chat tool. The corpus has no times, no persons and no currency, so the loader gives them:
/// dialogue n begins at 2026-03-02T08:00Z + n × 10 min, a turn takes 20 s, each dialogue is a person and a conversation of its own, amounts
/// are US dollars. A user's turn is a message received, a system's turn one sent by the bot; NOTIFY_SUCCESS is the flow's goal. The amount
/// of a success is not in the dialogue's file (the business system knew it), so it comes from the truth file, as an order paid in the chat.
/// </summary>
internal static class Dialogues
{
    public static readonly Instant Begin = Instant.FromUtc(2026, 3, 2, 8, 0);
    private static readonly Duration Apart = Duration.FromMinutes(10);
    private static readonly Duration Turn = Duration.FromSeconds(20);
    private static readonly string[] Asking = ["REQUEST", "OFFER", "CONFIRM", "REQ_MORE", "OFFER_INTENT"];

    /// <summary>What the truth file says: converted by id, and the amount where there is one.</summary>
    public static Dictionary<string, (bool Converted, decimal? Amount)> Truth(string path)
    {
        var truth = new Dictionary<string, (bool, decimal?)>(StringComparer.Ordinal);
        foreach (var cells in File.ReadLines(path).Skip(1).Select(l => l.Split(',')))
        {
            var amount = cells[6].Length == 0 ? (decimal?)null : decimal.Parse(cells[6][(cells[6].IndexOf('=', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
            truth.Add(cells[0], (cells[7] == "1", amount));
        }

        return truth;
    }

    /// <summary>The deliveries.</summary>
    public static IEnumerable<(Instant At, ReadOnlyMemory<byte> Body)> Load(string path, IReadOnlyDictionary<string, (bool Converted, decimal? Amount)> truth)
    {
        using var chat = new CallWriter("verify", "sgd", 300);
        var at = Begin;
        foreach (var line in File.ReadLines(path))
        {
            using var dialogue = JsonDocument.Parse(line);
            Write(chat, dialogue.RootElement, at, truth);
            at += Apart;
        }

        return [.. chat.Take().Select(d => (d.ReceivedAt, d.Body))];
    }

    private static void Write(CallWriter chat, JsonElement dialogue, Instant at, IReadOnlyDictionary<string, (bool Converted, decimal? Amount)> truth)
    {
        var id = dialogue.GetProperty("id").GetString()!;
        var flow = dialogue.GetProperty("services")[0].GetString()!;
        var number = 0;
        foreach (var turn in dialogue.GetProperty("turns").EnumerateArray())
        {
            var acts = turn.GetProperty("a").EnumerateArray().Select(a => a.GetString()!.Split(':')[0]).ToList();
            var user = turn.GetProperty("s").GetString() == "U";
            var call = Call(chat, user ? "Message Received" : "Message Sent", at, id).With("message_id", $"{id}/{++number}").With("text", turn.GetProperty("t").GetString());
            _ = user ? call.With("handled_by", "bot") : call.With("actor", "bot").With("flow_id", flow).With("expects_reply", acts.Exists(Asking.Contains));
            call.End();
            if (acts.Contains("NOTIFY_SUCCESS"))
                Succeed(chat, id, flow, at, truth[id].Amount);
            at += Turn;
        }
    }

    private static void Succeed(CallWriter chat, string id, string flow, Instant at, decimal? amount)
    {
        Call(chat, "Flow Goal Reached", at, id).With("flow_id", flow).With("run_id", "r" + id).With("goal", "transaction").End();
        if (amount is { } paid)
            Call(chat, "Order Completed", at + Duration.FromSeconds(1), id).With("order_id", id).Money("total", (long)(paid * 100), "USD").With("placed_in_chat", true).With("paid_in_chat", true).End();
    }

    private static CallWriter Call(CallWriter chat, string name, Instant at, string id) => chat.Track(name, at, "sgd-" + id).With("channel", "webchat").With("conversation_id", id);
}
