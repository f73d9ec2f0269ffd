namespace Beleg.Reports.ProofPacks;

/// <summary>
/// What a sheet leaves out so that it is read in a minute whatever its data are: the least telling first, what a person wrote never. The proof
/// itself keeps all of it.
/// </summary>
/// <param name="Level">0 leaves out nothing.</param>
internal readonly record struct ProofThrift(int Level)
{
    /// <summary>There is no more to leave out.</summary>
    public const int Most = 10;

    /// <summary>Whether the seal names the proof before.</summary>
    public bool Chain => Level < 1;

    /// <summary>How many points of commentary stand there.</summary>
    public int Comments => Level < 2 ? 4 : Level < 8 ? 3 : 2;

    /// <summary>How many assumptions are written out.</summary>
    public int Assumptions => Level < 3 ? 3 : Level < 5 ? 2 : 1;

    /// <summary>How many wins and experiments stand there.</summary>
    public int Entries => Level < 10 ? 3 : Level < 11 ? 2 : 1;

    /// <summary>Whether a pillar's figure has its interval beneath.</summary>
    /// <param name="place">From 0.</param>
    public bool Spans(int place) => Level < 4 || (place == 0 && Level < 6);

    /// <summary>Whether experiments name the figure they are to move.</summary>
    public bool Targets => Level < 7;

    /// <summary>How many figures a pillar has.</summary>
    public int Figures => Level < 9 ? 3 : 2;

    /// <summary>How many channels are named.</summary>
    public int Channels => Level < 9 ? 4 : 1;

    /// <summary>Whether wins say what they mean for the business.</summary>
    public bool Business => Level < 8;
}
