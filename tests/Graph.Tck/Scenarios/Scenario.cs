namespace Graph.Tck.Scenarios;

/// <summary>A scenario of the suite after the expansion of outlines.</summary>
/// <param name="Id">Path and line: of the scenario, or of its row of examples.</param>
/// <param name="Category">The folder of the feature file.</param>
public sealed record Scenario(string Id, string Name, string Category, ImmutableArray<ScenarioStep> Steps)
{
    /// <summary>The text of the query that is measured.</summary>
    public string Query => Steps.First(step => step.Text == ScenarioStep.MeasuredQuery).DocString ?? "";
}

/// <param name="Text">Without the keyword, trimmed.</param>
/// <param name="Table">Rows of cells, the first one too; null where the step has no table.</param>
public sealed record ScenarioStep(string Text, string? DocString, ImmutableArray<ImmutableArray<string>>? Table)
{
    public const string MeasuredQuery = "executing query:";
    /// <summary>The beginning of the step that declares a procedure.</summary>
    public const string Procedure = "there exists a procedure ";

    public const string SetupStatement = "having executed:";
}
