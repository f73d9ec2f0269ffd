namespace Beleg.Tests.Reports.Findings;

public sealed class DepartmentLabelsTests
{
    [Fact]
    public void ButtonsThatNameDepartmentsAreNamed() =>
        new FindingCase().Step("menu", 100, 30).Says("menu", "How can we help?", "Sales", "Billing", "Where is my parcel").Of("department_labels").Single().Says.En
            .ShouldBe("The buttons at bouquet/1/menu name departments (Sales, Billing); 30 of 100 (30.0%) went no further.");

    [Fact]
    public void ButtonsThatNameOutcomesAreFine() =>
        new FindingCase().Step("menu", 100, 30).Says("menu", "How can we help?", "Where is my parcel", "Change my order").Of("department_labels").ShouldBeEmpty();
}
