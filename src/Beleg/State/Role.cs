namespace Beleg.State;

/// <summary>What a person may do in a workspace. Each includes the ones before it.</summary>
public enum Role
{
    /// <summary>Reads figures, never a contact's names, addresses or words, and changes nothing.</summary>
    Viewer = 1,

    /// <summary>Reads contacts too, and writes notes, books, contacts, links and proofs.</summary>
    Editor = 2,

    /// <summary>Everything: sources, settings; where it is for every workspace, people as well.</summary>
    Admin = 3,
}
