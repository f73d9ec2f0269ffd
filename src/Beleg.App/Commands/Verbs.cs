using System.CommandLine;

namespace Beleg.App.Commands;

/// <summary>Every verb, in the order of the help.</summary>
internal static class Verbs
{
    public static IEnumerable<Command> All() =>
    [
        DemoVerb.Build(),
        ServeVerb.Build(),
        SignInLinkVerb.Build(),
        UserVerb.Build(),
        WorkspaceVerb.Build(),
        KeyVerb.Build(),
        SourceVerb.Build(),
        ImportVerb.Build(),
        MetricsVerb.Build(),
        ExplainVerb.Build(),
        WhyVerb.Build(),
        ModelsVerb.Build(),
        CustomersVerb.Build(),
        ForecastVerb.Build(),
        ExperimentVerb.Build(),
        ReceiptVerb.Build(),
        ReportVerb.Build(),
        RebuildVerb.Build(),
        EraseVerb.Build(),
        ExportVerb.Build(),
        BackupVerb.Build(),
        RestoreVerb.Build(),
        DoctorVerb.Build(),
    ];
}
