namespace Beleg.App.Demo;

/// <summary>An order of the florist's shop.</summary>
/// <param name="Dollars">What was paid.</param>
/// <param name="Proof">How it is tied to a chat: A paid in it, B by click id, C by click and person, D by person, E by tag, none (-).</param>
/// <param name="Refunded">Dollars given back three days later.</param>
internal sealed record FloristOrder(int Dollars, char Proof, int Refunded = 0);
