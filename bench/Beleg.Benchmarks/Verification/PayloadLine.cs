namespace Beleg.Benchmarks.Verification;

/// <summary>What became of one payload.</summary>
/// <param name="Payload">Path below the folder of samples.</param>
/// <param name="Status">The server's answer.</param>
/// <param name="Intact">Whether the journal holds exactly its bytes, once.</param>
/// <param name="Expected">What must come out.</param>
/// <param name="Came">What did.</param>
internal sealed record PayloadLine(string Payload, int Status, bool Intact, string Expected, string Came)
{
    /// <summary>Whether all is as it must be.</summary>
    public bool Agrees => Status == 200 && Intact && Expected == Came;
}
