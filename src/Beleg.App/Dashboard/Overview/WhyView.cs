using Beleg.App.Dashboard.Filters;
using Beleg.App.Dashboard.Language;
using Beleg.App.Dashboard.Parts;
using Beleg.App.Hosting;
using Beleg.Reports.Why;
using Beleg.State;

namespace Beleg.App.Dashboard.Overview;

/// <summary>A why note with what people made of it.</summary>
internal sealed class WhyView(Tongue tongue, OpenWorkspace workspace, PageFilters filters)
{
    /// <summary>The name a subject has in addresses and in the state.</summary>
    public static string CodeOf(WhySubject subject) => subject.ToString().ToLowerInvariant();

    public WhyModel Of(WhyNote note, IReadOnlyList<Note> notes)
    {
        Note[] versions = [.. notes.Where(version => version.Subject == CodeOf(note.Subject!.Value))];
        var newest = versions.LastOrDefault();
        var own = newest is { Text.Length: > 0 } ? newest : null;
        var draft = note.Text.In(tongue.Code);
        return new WhyModel
        {
            Code = CodeOf(note.Subject!.Value),
            Subject = note.Metric.Name.In(tongue.Code),
            Action = $"/w/{workspace.Name}/notes/{CodeOf(note.Subject!.Value)}{filters.ToQuery()}",
            Text = own?.Text ?? draft,
            Draft = draft,
            IsRefused = note.Refusal is not null,
            Author = own?.Author,
            At = own?.CreatedAt,
            Zone = workspace.Zone,
            Parts = note.Drivers is { Parts.Count: > 0 } ? WhyCharts.Waterfall(note, workspace.Currency.Code) : null,
            Steps = note.Further is { Drivers.Parts.Count: > 0 } steps ? WhyCharts.Waterfall(steps, workspace.Currency.Code) : null,
            All = note.Dimension is null or "component" ? null : $"/w/{workspace.Name}/why/{note.Metric.Id}{filters.ToQuery()}",
            AllSteps = note.Further is null ? null : $"/w/{workspace.Name}/why/{note.Further.Metric.Id}{filters.ToQuery()}",
            Residual = note.Drivers is { } drivers && decimal.Round(drivers.Residual, 6) != 0 ? tongue.Say(Texts.WhyResidual, drivers.Residual.ToString("0.######", tongue.Culture)) : null,
            History = [.. versions.Reverse().Select(version => new WhyVersion(version.Id, version.Author, version.CreatedAt, version.Text, tongue.Code == "de" ? version.DraftDe : version.DraftEn, version.ErasedAt))],
        };
    }
}
