namespace Beleg.Reports.ProofPacks;

/// <summary>
/// What a sheet leaves out so that it is read in a minute whatever its data are: the least telling first, what a person wrote never. A decision
/// outlasts what lies ahead and the trend, which the chart shows as well. The proof itself keeps all of it.
/// </summary>
/// <param name="Level">0 leaves out nothing.</param>
internal readonly record struct ProofThrift(int Level)
{
    /// <summary>There is no more to leave out.</summary>
    public const int Most = 17;

    /// <summary>Whether the foot says the minute of the cut-off, and a difference that is nothing.</summary>
    public bool Minutiae => Level < 1;

    /// <summary>Whether the foot names the attribution model and its window. It holds for every credited euro, an interval for one figure.</summary>
    public bool Model => Level < 3;

    /// <summary>How many points of commentary stand there.</summary>
    public int Comments => Level < 5 ? 4 : Level < 15 ? 3 : 2;

    /// <summary>Whether the seal names the proof before.</summary>
    public bool Chain => Level < 4;

    /// <summary>How many assumptions are written out.</summary>
    public int Assumptions => Level < 7 ? 6 : Level < 9 ? 4 : Level < 11 ? 3 : Level < 14 ? 2 : 1;

    /// <summary>Whether a pillar's figure has its interval beneath.</summary>
    /// <param name="place">From 0.</param>
    public bool Spans(int place) => Level < place switch { 0 => 12, 1 => 6, _ => 2 };

    /// <summary>Whether wins say what they mean for the business.</summary>
    public bool Business => Level < 8;

    /// <summary>Whether proposed experiments name the figure they are to move.</summary>
    public bool Targets => Level < 10;

    /// <summary>How many figures a pillar has.</summary>
    public int Figures => Level < 13 ? 3 : 2;

    /// <summary>How many channels are named.</summary>
    public int Channels => Level < 13 ? 4 : 1;

    /// <summary>How many wins and experiments stand there.</summary>
    public int Entries => Level < 16 ? 3 : Level < 17 ? 2 : 1;
}
