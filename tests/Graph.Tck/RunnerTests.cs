using Graph.Tck.Running;
using Graph.Tck.Scenarios;

namespace Graph.Tck;

/// <summary>A run over a suite that nobody here has seen.</summary>
public sealed class RunnerTests
{
    [Theory]
    [InlineData("the result should be, in any order:", "oops(")]
    [InlineData("the result should be a surprise", null)]
    public void AScenarioThatCannotBeReadFailsAlone(string expectation, string? cell)
    {
        var scenario = new Scenario("a.feature:1", "odd", "a",
        [
            new ScenarioStep(ScenarioStep.MeasuredQuery, "RETURN 1 AS x", null),
            new ScenarioStep(expectation, null, cell is null ? null : [["x"], [cell]]),
        ]);

        var outcome = new ScenarioRunner(".").Run(scenario, [EngineVariant.Shipped])[0];

        Assert.False(outcome.Passed);
    }
}
