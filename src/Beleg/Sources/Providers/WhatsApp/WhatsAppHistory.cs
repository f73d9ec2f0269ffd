using Beleg.Sources.Json;

namespace Beleg.Sources.Providers.WhatsApp;

/// <summary>
/// The chats a business had in the phone app before it connected (field "history"): threads of messages, each with a time of its own.
/// What became of a message is told there without a time, so it stays unsaid.
/// </summary>
internal static class WhatsAppHistory
{
    /// <summary>Each list of messages with the number of the person it was talked with.</summary>
    public static List<(JsonValue Person, JsonValue Messages)> Threads(JsonValue history)
    {
        var threads = new List<(JsonValue Person, JsonValue Messages)>();
        foreach (var piece in history.Items)
        {
            foreach (var thread in piece["threads"u8].Items)
                threads.Add((thread["id"u8], thread["messages"u8]));
        }

        return threads;
    }

    /// <summary>Translates a message of a thread: what the business wrote names whom it went to.</summary>
    public static void Translate(JsonValue message, JsonValue person, WhatsAppReading reading, int item)
    {
        var isAnswer = (message["to"u8].Exists || message["to_user_id"u8].Exists) && !message["from"u8].Plain.SequenceEqual(person.Plain);
        if (isAnswer)
            WhatsAppMessages.Echoed(message, reading, item);
        else
            WhatsAppMessages.Received(message, reading, item);
    }
}
