namespace Beleg.Sources;

/// <summary>What became of the signed contact parameter of a tagged link that serves many.</summary>
public enum ContactClaim : byte
{
    /// <summary>Signed by us for this link, and in time: the click is that contact's.</summary>
    Valid = 0,
    /// <summary>The address came without it: nobody's click.</summary>
    Missing = 1,
    /// <summary>Not signed by us for this link: nobody's click.</summary>
    Tampered = 2,
    /// <summary>Signed by us, but its time is over: nobody's click.</summary>
    Expired = 3,
}
