namespace Beleg.Sources;

/// <summary>A press of a button or a click on a tagged link.</summary>
public sealed record ClickPayload : Payload
{
    /// <summary>Button.</summary>
    public string? ButtonId { get; init; }

    /// <summary>Code of the tagged link.</summary>
    public string? LinkCode { get; init; }

    /// <summary>The click id ("bid") that the redirect carried on.</summary>
    public string? ClickId { get; init; }

    /// <summary>Who asked.</summary>
    public UserAgentClass Agent { get; init; }

    /// <summary>Whether it counts as a person's click.</summary>
    public bool Accepted { get; init; } = true;

    /// <summary>Why it does not.</summary>
    public string? RejectedBecause { get; init; }

    /// <summary>What became of the link's signed contact; null where the link carries none.</summary>
    public ContactClaim? ContactClaim { get; init; }

    internal override void Write(EventWriter w)
    {
        w.Text(ButtonId);
        w.Text(LinkCode);
        w.Text(ClickId);
        w.Byte((byte)Agent);
        w.Bool(Accepted);
        w.Text(RejectedBecause);
        w.Byte(ContactClaim is { } claim ? (byte)(claim + 1) : (byte)0);
    }

    internal static ClickPayload Read(ref EventReader r) => new()
    {
        ButtonId = r.Text(),
        LinkCode = r.Text(),
        ClickId = r.Text(),
        Agent = (UserAgentClass)r.Byte(),
        Accepted = r.Bool(),
        RejectedBecause = r.Text(),
        ContactClaim = r.Byte() is > 0 and var claim ? (ContactClaim)(claim - 1) : null,
    };
}
