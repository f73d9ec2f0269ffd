using NodaTime;

namespace Beleg.Benchmarks.Generator;

/// <summary>How much traffic there is to be, and of what kind. The same plan gives the same bytes.</summary>
internal sealed record TrafficPlan
{
    /// <summary>Messages in both directions, at least so many; a conversation is never cut.</summary>
    public required long Messages { get; init; }

    /// <summary>Seed of all chance.</summary>
    public ulong Seed { get; init; } = 20_260_901;

    /// <summary>Workspace it is for.</summary>
    public string Workspace { get; init; } = "bench";

    /// <summary>First day.</summary>
    public LocalDate From { get; init; } = new(2024, 10, 1);

    /// <summary>Months over which the conversations are spread.</summary>
    public int Months { get; init; } = 24;

    /// <summary>Of 1,000 conversations, how many are WhatsApp's own webhooks; the others come as batches of a Segment client over five channels.</summary>
    public int WhatsAppOf1000 { get; init; } = 200;

    /// <summary>Number of the first conversation: two plans apart in numbers tell of different conversations of the same people.</summary>
    public long FirstConversation { get; init; }

    /// <summary>Conversations that one contact has on average.</summary>
    public int ConversationsPerContact { get; init; } = 4;

    /// <summary>Conversations, about: six messages each.</summary>
    public long Conversations => Math.Max(1, Messages / 6);

    /// <summary>People, about; as many as its conversations make, unless it is told of more of those that another plan told of.</summary>
    public int Contacts { get => field > 0 ? field : (int)Math.Max(10, Conversations / ConversationsPerContact); init; }
}
