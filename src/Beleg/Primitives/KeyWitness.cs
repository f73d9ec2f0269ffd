namespace Beleg.Primitives;

/// <summary>Is told which value became which key.</summary>
internal delegate void KeyWitness(string domain, string scope, string value, Key key);
