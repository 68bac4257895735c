using Graph.Query.Planning;
using Graph.Query.Types;

namespace Graph.Query.Execution;

/// <summary>A plan as rows, for EXPLAIN and PROFILE.</summary>
internal sealed class PlanResult(IReadOnlyList<Value[]> rows) : RowBatch
{
    private static readonly BoundColumn PlanColumn = new("plan", StaticType.String);

    public static readonly ImmutableArray<BoundColumn> ExplainColumns = [PlanColumn];

    public static readonly ImmutableArray<BoundColumn> VerboseColumns = [new("step", StaticType.String), PlanColumn];

    public static readonly ImmutableArray<BoundColumn> ProfileColumns =
        [PlanColumn, new("rows", StaticType.Integer), new("milliseconds", StaticType.Float)];

    public override int Count => rows.Count;

    public override Value GetValue(int column, int row) => rows[row][column];

    public static PlanResult Explain(Plan plan, SourceText source) =>
        new([.. Render(plan, plan.Root, source).Select(line => new[] { Value.FromString(line.Text) })]);

    /// <summary>The plan of the clauses, then the plan after each rewrite that changed how it reads.</summary>
    public static PlanResult ExplainSteps(Plan plan, SourceText source)
    {
        var rows = new List<Value[]>();
        string[] before = [];
        foreach (var step in plan.Steps)
        {
            string[] lines = [.. Render(plan, step.Root, source).Select(line => line.Text)];
            if (!lines.SequenceEqual(before))
                rows.AddRange(lines.Select(line => new[] { Value.FromString(step.Name), Value.FromString(line) }));
            before = lines;
        }

        return new PlanResult(rows);
    }

    public static PlanResult Profile(Plan plan, SourceText source, ProfileMap profiles) =>
        new([
            .. Render(
                plan, plan.Root, source).Select(line => CreateRow(line.Text, line.Operator is null ? null : profiles.Find(line.Operator)))
        ]);

    private static IReadOnlyList<(PlanOperator? Operator, string Text)> Render(Plan plan, PlanOperator root, SourceText source) =>
        new PlanText(source, plan.Subqueries).Render(root);

    private static Value[] CreateRow(string text, OperatorProfile? profile) => profile is null
        ? [Value.FromString(text), Value.Null, Value.Null]
        : [Value.FromString(text), Value.FromInteger(profile.Rows), Value.FromFloat(profile.Time.TotalMilliseconds)];
}
