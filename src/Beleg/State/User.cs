using NodaTime;

namespace Beleg.State;

/// <summary>A person who may sign in.</summary>
/// <param name="Id">Names the person in other records.</param>
/// <param name="Email">Lower case.</param>
/// <param name="Name">As shown.</param>
/// <param name="HasPassword">Whether a password is set; before that only a sign-in link opens the door.</param>
/// <param name="CreatedAt">When the person was added.</param>
public sealed record User(long Id, string Email, string Name, bool HasPassword, Instant CreatedAt);
