using Beleg.Sources;

namespace Beleg.Reports.Books;

/// <summary>One version of a line of the books; nothing written down is ever written over.</summary>
/// <typeparam name="T">What the line says.</typeparam>
/// <param name="Number">From 1, the oldest first.</param>
/// <param name="Said">What it says.</param>
/// <param name="Written">Who wrote it, when and why.</param>
public sealed record LedgerVersion<T>(int Number, T Said, Written Written)
    where T : Payload;
