namespace Beleg.App.Security;

/// <summary>What becomes of a request at the gate.</summary>
internal enum GateAnswer
{
    /// <summary>It goes on.</summary>
    Pass,

    /// <summary>Whoever asks is led to the door and back.</summary>
    SignIn,

    /// <summary>There is nothing there, or nothing this person may know of: both look the same.</summary>
    NotHere,

    /// <summary>They may see the workspace and not do this.</summary>
    Forbidden,
}
