namespace Beleg.App.Demo;

/// <summary>What one month of the florist's direct messages came to.</summary>
internal sealed record FloristMonth
{
    /// <summary>Month of 2026.</summary>
    public required int Month { get; init; }

    /// <summary>How many of its days are told; 0 for all.</summary>
    public int Days { get; init; }

    /// <summary>Conversations begun, all of them automated.</summary>
    public required int Conversations { get; init; }

    /// <summary>Of them, how many never answered the first message.</summary>
    public required int LeaveAtOpener { get; init; }

    /// <summary>How many left at each later step but the last.</summary>
    public required IReadOnlyList<int> LeaveLater { get; init; }

    /// <summary>Of those who left at the second step, how many asked for a person.</summary>
    public required int Handoffs { get; init; }

    /// <summary>The flow as it was.</summary>
    public required FloristFlow Flow { get; init; }

    /// <summary>Seconds until the first answer, from and to.</summary>
    public required (int Low, int High) FirstAnswer { get; init; }

    /// <summary>Minutes until a person's first answer, from and to.</summary>
    public required (int Low, int High) HumanAnswer { get; init; }

    /// <summary>Orders that a chat led to, in dollars, net of what is given back.</summary>
    public required IReadOnlyList<int> Orders { get; init; }

    /// <summary>Of one more order, dollars that are kept and dollars that are given back; 0 for none.</summary>
    public (int Kept, int Refunded) Refunded { get; init; }

    /// <summary>Orders of people who chatted and clicked nothing (evidence D), in dollars.</summary>
    public IReadOnlyList<int> WithoutClick { get; init; } = [];

    /// <summary>Orders with the chat's coupon or tag by nobody known (evidence E), in dollars.</summary>
    public IReadOnlyList<int> TagOnly { get; init; } = [];

    /// <summary>Orders of the shop that no chat led to.</summary>
    public required int OtherOrders { get; init; }

    /// <summary>People who left their e-mail, and how many of them agreed to marketing.</summary>
    public required (int All, int Agreed) Leads { get; init; }

    /// <summary>Consultations that fell due, and how many were missed.</summary>
    public required (int Due, int Missed) Appointments { get; init; }

    /// <summary>Whether a reminder goes out the evening before a consultation.</summary>
    public bool Reminds { get; init; }
}
