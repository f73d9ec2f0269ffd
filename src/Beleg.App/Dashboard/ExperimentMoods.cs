using Beleg.Sources;
using Beleg.Statistics.Experiments;

namespace Beleg.App.Dashboard;

/// <summary>The colours of states and verdicts.</summary>
internal static class ExperimentMoods
{
    public static string Of(ExperimentState? state) => state switch { ExperimentState.Running => "ok", null => "warn", _ => "" };

    public static string Of(VerdictKind kind) => kind switch { VerdictKind.Ship => "ok", VerdictKind.RollBack => "bad", VerdictKind.Refused => "warn", _ => "" };
}
