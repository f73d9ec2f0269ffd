using Beleg.Primitives;
using Beleg.State;
using Beleg.State.Settings;
using Beleg.Tests.Support;

namespace Beleg.Tests.State;

/// <summary>Who changed which setting when and why.</summary>
public sealed class SettingChangesTests : IDisposable
{
    private readonly TemporaryState state = new();

    [Fact]
    public void EachChangedSettingIsKeptWithAuthorTimeAndReason()
    {
        var settings = new WorkspaceSettings { LookBackDays = 14, LookBackWindows = new Dictionary<string, int> { ["click"] = 7 } };
        state.Store.Workspaces.Save("florist", settings, "ana@agency.example", "agreed with Finance");
        state.Store.Workspaces.Save("florist", settings with { AttributionModel = "position" }, "command line", "");
        var changes = state.Reopen().SettingChanges.Of("florist");
        changes.Select(c => (c.Key, c.Before, c.After, c.Author, c.Reason)).ShouldBe(
        [
            ("attribution_model", "linear", "position", "command line", ""),
            ("look_back_windows", "-", "click=7", "ana@agency.example", "agreed with Finance"),
            ("look_back_days", "30", "14", "ana@agency.example", "agreed with Finance"),
        ]);
        state.Store.SettingChanges.Of("baker").ShouldBeEmpty();
    }

    [Fact]
    public void WhatIsRefusedIsNotKept()
    {
        Should.Throw<UserErrorException>(() => state.Store.Workspaces.Save("florist", new WorkspaceSettings { LookBackDays = 0 }, "ana", ""));
        Should.Throw<UserErrorException>(() => state.Store.Workspaces.Save("florist", new WorkspaceSettings { LookBackDays = 9 }, "ana", new string('x', SettingChanges.MaxReason + 1)));
        state.Store.SettingChanges.Of("florist").ShouldBeEmpty();
        state.Store.Workspaces.Find("florist")!.Settings.LookBackDays.ShouldBe(30);
    }

    [Fact]
    public void AReasonDoesNotStandInTheFile()
    {
        state.Store.Workspaces.Save("florist", new WorkspaceSettings { LookBackDays = 9 }, "ana", "Xanthippe Quorn asked");
        state.Store.Dispose();
        state.FilesContain("Xanthippe").ShouldBeFalse();
    }

    public void Dispose() => state.Dispose();
}
