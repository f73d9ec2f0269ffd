using Beleg.Primitives;
using Beleg.State.Settings;
using Beleg.Tests.Support;
using NodaTime;

namespace Beleg.Tests.State;

public sealed class WorkspacesTests : IDisposable
{
    private readonly TemporaryState state = new();

    public void Dispose() => state.Dispose();

    [Fact]
    public void ANewWorkspaceHasKeysAndTheDefaultsOfItsField()
    {
        var made = state.Store.Workspaces.Create("saas", "SaaS & Söhne");
        made.DisplayName.ShouldBe("SaaS & Söhne");
        made.CreatedAt.ShouldBe(state.Clock.Now);
        made.Settings.ShouldSatisfyAllConditions(
            () => made.Settings.TimeZone.ShouldBe("UTC"),
            () => made.Settings.Currency.ShouldBe("EUR"),
            () => made.Settings.ConversationGapHours.ShouldBe(24),
            () => made.Settings.RecontactWindowHours.ShouldBe(72),
            () => made.Settings.LookBackDays.ShouldBe(30),
            () => made.Settings.AttributionModel.ShouldBe("linear"),
            () => made.Settings.MaxContactsPerIdentifier.ShouldBe(20),
            () => made.Settings.MinSample.ShouldBe(30),
            () => made.Settings.HalfLifeDays.ShouldBe(7),
            () => made.Settings.ActiveWindowDays.ShouldBe(365),
            () => made.Settings.ClickWindowMinutes.ShouldBe(30));
        state.Keys.Of("saas").ShouldNotBeNull();
        SettingsCatalogue.Problems(made.Settings).ShouldBeEmpty();
    }

    /// <summary>A workspace of before a setting was thought of: the setting has its default, not nothing.</summary>
    [Fact]
    public void SettingsThatAreYoungerThanTheWorkspaceHaveTheirDefaults()
    {
        state.Store.Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={state.File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """UPDATE workspace SET settings = '{"time_zone":"Europe/Berlin","currency":"CHF","a_setting_of_tomorrow":1}' WHERE name = 'florist'""";
            command.ExecuteNonQuery();
        }

        var read = state.Reopen().Workspaces.Find(TemporaryState.Florist)!.Settings;

        (read.TimeZone, read.Currency).ShouldBe(("Europe/Berlin", "CHF"));
        SettingsCatalogue.Problems(read).ShouldBeEmpty();
        foreach (var setting in SettingsCatalogue.All.Where(setting => setting.Key is not ("time_zone" or "currency")))
            setting.Show(read).ShouldBe(setting.Show(new WorkspaceSettings()), setting.Key);
    }

    [Fact]
    public void SettingsOutliveTheProcess()
    {
        var settings = new WorkspaceSettings
        {
            TimeZone = "Europe/Berlin",
            Currency = "USD",
            LinkDomains = ["shop.example"],
            BusinessCalendars = [new BusinessCalendar { ValidFrom = "2026-01-01", Hours = new Dictionary<string, IReadOnlyList<string>> { ["monday"] = ["13:00-17:00", "09:00-12:00"] }, Holidays = ["2026-12-25"] }],
        };
        state.Store.Workspaces.Save("florist", settings);
        state.Store.Workspaces.Rename("florist", "Blumen");
        var read = state.Reopen().Workspaces.Find("florist").ShouldNotBeNull();
        read.DisplayName.ShouldBe("Blumen");
        read.Settings.Zone.Id.ShouldBe("Europe/Berlin");
        read.Settings.Currency.ShouldBe("USD");
        read.Settings.LinkDomains.ShouldBe(["shop.example"]);
        var calendar = read.Settings.BusinessCalendars.ShouldHaveSingleItem();
        calendar.FirstDay().ShouldBe(new LocalDate(2026, 1, 1));
        calendar.On(new LocalDate(2026, 9, 14)).ShouldBe([(new LocalTime(9, 0), new LocalTime(12, 0)), (new LocalTime(13, 0), new LocalTime(17, 0))]);
        calendar.On(new LocalDate(2026, 9, 15)).ShouldBeEmpty();
        calendar.On(new LocalDate(2026, 12, 25)).ShouldBeEmpty();
        state.Store.Workspaces.List().Select(workspace => workspace.Name).ShouldBe(["baker", "florist"]);
    }

    [Fact]
    public void EverySettingOutOfRangeIsNamedAtOnceAndNothingIsChanged()
    {
        var wrong = new WorkspaceSettings
        {
            TimeZone = "Mars/Olympus",
            Currency = "eur",
            Language = "xx",
            ConversationGapHours = 0,
            RecontactWindowHours = -1,
            ClickWindowMinutes = 9999,
            LookBackDays = 0,
            LookBackWindows = new Dictionary<string, int> { ["pigeon"] = 0 },
            HalfLifeDays = 0,
            ActiveWindowDays = 1,
            AttributionModel = "magic",
            MaxContactsPerIdentifier = 1,
            MinSample = 0,
            LinkDomains = ["https://shop.example"],
            CancellationIntents = "",
            UpsellFlows = new string('x', 2_001),
            BusinessCalendars = [new BusinessCalendar
            {
                ValidFrom = "01.02.2026",
                Hours = new Dictionary<string, IReadOnlyList<string>> { ["funday"] = [], ["monday"] = ["17:00-09:00"], ["friday"] = ["09:00-12:00", "11:00-13:00"] },
                Holidays = ["Christmas"],
            }],
        };
        var message = Should.Throw<UserErrorException>(() => state.Store.Workspaces.Save("florist", wrong)).Message;
        string[] keys = [.. SettingsCatalogue.All.Select(setting => setting.Key).Where(key => !key.StartsWith("revenue_", StringComparison.Ordinal)),
            "business_calendars[0].valid_from", "business_calendars[0].holidays", "funday", "business_calendars[0].hours.monday", "business_calendars[0].hours.friday"];
        keys.Where(key => !message.Contains(key, StringComparison.Ordinal)).ShouldBeEmpty();
        state.Store.Workspaces.Find("florist")!.Settings.ShouldBe(new WorkspaceSettings());
    }

    [Theory]
    [InlineData("")]
    [InlineData("Florist")]
    [InlineData("a/b")]
    [InlineData("../x")]
    [InlineData("florist\n")]
    [InlineData("0123456789012345678901234567890123456789x")]
    public void ANameThatWouldBreakAnAddressOrAFileIsRefused(string name) =>
        Should.Throw<UserErrorException>(() => state.Store.Workspaces.Create(name));

    [Fact]
    public void ANameIsTakenOnce() =>
        Should.Throw<UserErrorException>(() => state.Store.Workspaces.Create("florist")).Message.ShouldContain("already");

    [Fact]
    public void ASettingIsChangedByItsKey()
    {
        var settings = new WorkspaceSettings();
        SettingsCatalogue.With(settings, "look_back_days", "14").LookBackDays.ShouldBe(14);
        SettingsCatalogue.With(settings, "revenue_includes_tax", "false").RevenueIncludesTax.ShouldBeFalse();
        SettingsCatalogue.With(settings, "link_domains", "a.example, b.example").LinkDomains.ShouldBe(["a.example", "b.example"]);
        Should.Throw<UserErrorException>(() => SettingsCatalogue.With(settings, "look_back_days", "many")).Message.ShouldContain("1 to 365");
        Should.Throw<UserErrorException>(() => SettingsCatalogue.With(settings, "look_back_days", "366")).Message.ShouldContain("1 to 365");
        Should.Throw<UserErrorException>(() => SettingsCatalogue.With(settings, "colour", "red")).Message.ShouldContain("look_back_days");
    }

    [Fact]
    public void EverySettingShowsWhatItIsGiven()
    {
        var settings = new WorkspaceSettings { LinkDomains = ["shop.example"] };
        foreach (var setting in SettingsCatalogue.All)
            setting.Show(setting.With(settings, setting.Show(settings)).ShouldNotBeNull(setting.Key)).ShouldBe(setting.Show(settings), setting.Key);
    }

    [Fact]
    public void AFileOfANewerVersionIsNotTouched()
    {
        state.Store.Dispose();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={state.File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        Should.Throw<UserErrorException>(() => state.Reopen()).Message.ShouldContain("newer");
    }
}
