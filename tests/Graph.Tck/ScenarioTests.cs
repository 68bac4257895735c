using System.Text.Json;
using Graph.Tck.Running;
using Graph.Tck.Scenarios;
using Graph.Testing;

namespace Graph.Tck;

/// <summary>The read core of the openCypher TCK against the engine, a case for each scenario, and all of it as one snapshot.</summary>
public sealed class ScenarioTests
{
    private const int ReadCoreSize = 1877;
    private const int ReadCoreErrors = 480;
    private const string NoSuite = "the suite is not here";

    private static readonly string Folder = Path.Combine(SharedData.Root, "tck");

    private static readonly Lazy<ImmutableDictionary<string, Scenario>> Scenarios =
        new(() => FeatureReader.ReadSuite(Folder).Where(ReadCore.Includes).ToImmutableDictionary(scenario => scenario.Id));

    // The suite runs once: the cases and the snapshot look at the same outcomes.
    private static readonly Lazy<SuiteReport> Report = new(() => SuiteReport.Run(Folder));

    private static readonly Lazy<ImmutableDictionary<string, ScenarioOutcome>> Outcomes =
        new(() => Report.Value.Outcomes.ToImmutableDictionary(outcome => outcome.Scenario.Id));

    public static IEnumerable<object[]> ScenarioIds() =>
        Directory.Exists(Folder) ? Scenarios.Value.Keys.Order(StringComparer.Ordinal).Select(id => new object[] { id }) : [[NoSuite]];

    [SkippableTheory]
    [MemberData(nameof(ScenarioIds))]
    public void Scenario(string id)
    {
        SharedData.Require("tck");

        var outcome = Outcomes.Value[id];

        Assert.True(outcome.Passed, $"{outcome.Scenario.Name}\n{outcome.Scenario.Query}\n{outcome.Failure}");
    }

    [SkippableFact]
    public void TotalsAndFailuresAreAsPinned()
    {
        SharedData.Require("tck");

        Verifier.Verify(Report.Value.ToSummary());
    }

    /// <summary>What differs: a partial date where the suite has its first day, and years that the calendar does not have.</summary>
    [SkippableFact]
    public void TemporalScenariosAreAsPinned()
    {
        var folder = SharedData.Require("tck");

        Verifier.Verify(SuiteReport.Run(folder, ScenarioKind.Temporal).ToSummary());
    }

    /// <summary>
    /// Sizes of batches, cores and rewrites change no answer. The program runs all of them; here one rewrite goes with one size.
    /// </summary>
    [SkippableFact]
    public void NoVariantOfTheEngineChangesAnAnswer()
    {
        var folder = SharedData.Require("tck");
        int[] rows = [1, 2, 3, 7, 1024];
        EngineVariant[] variants =
        [
            EngineVariant.Create(1, 1),
            EngineVariant.Create(1, 2),
            EngineVariant.Create(2, 1, "*"),
            .. EngineVariant.Rewrites.Select((name, index) => EngineVariant.Create(rows[index % rows.Length], (index % 2) + 1, name)),
        ];

        var failures = variants.Zip(SuiteReport.Run(folder, variants)).SelectMany(run =>
            run.Second.Failed.Select(outcome => $"{run.First.Name}: {outcome.Scenario.Id} {outcome.Scenario.Name}\n{outcome.Failure}"));

        Assert.Equal("", string.Join('\n', failures));
    }

    /// <summary>The rule that the program applies to any suite gives exactly what the index of this one lists.</summary>
    [SkippableFact]
    public void TheRuleSelectsTheReadCore()
    {
        var index = File.ReadLines(SharedData.Require("tck/scenarios.jsonl")).Select(line => JsonDocument.Parse(line).RootElement);
        var listed = index.Where(entry => entry.GetProperty("read_core").GetBoolean())
            .Select(entry => entry.GetProperty("id").GetString()!);

        Assert.Equal(listed.Order(StringComparer.Ordinal), Scenarios.Value.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ReadCoreSize, Scenarios.Value.Count);
        Assert.Equal(ReadCoreErrors, Scenarios.Value.Values.Count(scenario => ScenarioExpectation.Read(scenario) is ErrorExpectation));
    }
}
