using Graph.Tck.Results;
using Graph.Tck.Scenarios;
using Graph.Tck.Setup;

namespace Graph.Tck.Running;

/// <summary>What came of a scenario.</summary>
/// <param name="Failure">What differs; null for a pass.</param>
/// <param name="ExpectsError">The scenario asks for an error.</param>
/// <param name="FoundError">The query ended in an error, whichever.</param>
public sealed record ScenarioOutcome(Scenario Scenario, string? Failure, bool ExpectsError, bool FoundError)
{
    public bool Passed => Failure is null;

    /// <summary>The server said that it cannot answer, instead of answering something else.</summary>
    public bool IsRefused { get; init; }
}

/// <summary>Runs scenarios, each on a store of its own.</summary>
public sealed class ScenarioRunner(string folder)
{
    private const string NamedGraphSuffix = " graph";

    /// <summary>One outcome for each variant of the engine; all see the same graph.</summary>
    public ImmutableArray<ScenarioOutcome> Run(Scenario scenario, IReadOnlyList<EngineVariant> variants)
    {
        var store = new Lazy<GraphStore>(() => Prepare(scenario).Build());
        return [.. variants.Select(variant => Run(scenario, store, variant))];
    }

    private static ScenarioOutcome Run(Scenario scenario, Lazy<GraphStore> prepared, EngineVariant variant)
    {
        var expectsError = false;
        try
        {
            var expectation = ScenarioExpectation.Read(scenario);
            expectsError = expectation is ErrorExpectation;
            var store = prepared.Value;
            var run = QueryRun.Execute(variant.CreateEngine(store, scenario), scenario.Query, ReadParameters(scenario));
            return new ScenarioOutcome(scenario, FindFailure(expectation, run), expectsError, run.Error is not null)
            {
                IsRefused = run.Error?.Diagnostic.Id is "GR8001" or "GR8002",
            };
        }
        catch (Exception exception)
        {
            // Whatever goes wrong in any part is this scenario's failure, and the suite goes on.
            return new ScenarioOutcome(scenario, $"{exception.GetType().Name}: {exception.Message}", expectsError, FoundError: false);
        }
    }

    private static string? FindFailure(ScenarioExpectation expectation, QueryRun run) => expectation switch
    {
        ErrorExpectation error when run.Error is null => $"expected {error}, found {run.Rows.Count} rows",
        ErrorExpectation error when error.Accepts(run.Error) => null,
        _ when run.Error is { } found => $"expected {expectation}, found {Describe(found)}",
        ResultExpectation result => result.FindDifference(run),
        _ => throw new FormatException("The scenario has no expectation."),
    };

    private static string Describe(QueryError error) =>
        $"{error.Diagnostic.ErrorClass?.Type} at {error.Phase}: {error.Diagnostic.ErrorClass?.Detail} ({error.Diagnostic.Id} {error.Diagnostic.Message})";

    private GraphDraft Prepare(Scenario scenario)
    {
        var draft = new GraphDraft();
        var interpreter = new SetupInterpreter(draft);
        foreach (var step in scenario.Steps)
        {
            if (step.Text == ScenarioStep.SetupStatement)
                interpreter.Execute(step.DocString ?? "");
            else if (step.Text.StartsWith("the ", StringComparison.Ordinal)
                && step.Text.EndsWith(NamedGraphSuffix, StringComparison.Ordinal))
                interpreter.Execute(ReadNamedGraph(step.Text["the ".Length..^NamedGraphSuffix.Length]));
        }

        return draft;
    }

    private string ReadNamedGraph(string name) => File.ReadAllText(Path.Combine(folder, "graphs", name, $"{name}.cypher"));

    private static Dictionary<string, Value> ReadParameters(Scenario scenario)
    {
        var rows = scenario.Steps.Where(step => step.Text == "parameters are:").SelectMany(step => step.Table ?? []);
        return rows.ToDictionary(row => row[0], row => TckParameter.ToValue(TckValueParser.Parse(row[1])));
    }
}
