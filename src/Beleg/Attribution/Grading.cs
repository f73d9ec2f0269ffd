using Beleg.Model;

namespace Beleg.Attribution;

/// <summary>Grades what was found: how sure is this euro.</summary>
public static class Grading
{
    /// <summary>The strongest grade that the proofs carry.</summary>
    /// <param name="proofs">Found in signed or secret-key events.</param>
    /// <param name="fromBrowser">Found in events that anybody can send with the public key: together they carry E, whatever they claim.</param>
    public static Evidence Grade(Proofs proofs, Proofs fromBrowser = Proofs.None)
    {
        if (proofs.HasFlag(Proofs.PaidInChat))
            return Evidence.A;
        if (proofs.HasFlag(Proofs.ClickIdOnOrder))
            return Evidence.B;
        if (proofs.HasFlag(Proofs.ClickBySamePerson))
            return Evidence.C;
        if (proofs.HasFlag(Proofs.ConversationBySamePerson))
            return Evidence.D;
        return proofs.HasFlag(Proofs.TagOrCoupon) || fromBrowser != Proofs.None ? Evidence.E : Evidence.None;
    }

    /// <summary>The stronger of two grades; anything is stronger than none.</summary>
    public static Evidence Stronger(Evidence left, Evidence right) => left <= right ? left : right;

    /// <summary>Whether the conservative figure counts it: A to C.</summary>
    public static bool IsConservative(Evidence evidence) => evidence <= Evidence.C;
}
