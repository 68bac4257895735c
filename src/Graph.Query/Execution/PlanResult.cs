using Graph.Query.Binding;
using Graph.Query.Planning;
using Graph.Query.Types;

namespace Graph.Query.Execution;

/// <summary>A plan as rows, for EXPLAIN and PROFILE.</summary>
internal sealed class PlanResult(IReadOnlyList<Value[]> rows) : RowBatch
{
    public static readonly ImmutableArray<BoundColumn> ExplainColumns = [new("plan", StaticType.String)];

    public static readonly ImmutableArray<BoundColumn> ProfileColumns =
        [.. ExplainColumns, new("rows", StaticType.Integer), new("milliseconds", StaticType.Float)];

    public override int Count => rows.Count;

    public override Value GetValue(int column, int row) => rows[row][column];

    public static PlanResult Explain(Plan plan, SourceText source) =>
        new([.. new PlanText(source).Render(plan.Root).Select(line => new[] { Value.FromString(line.Text) })]);

    public static PlanResult Profile(Plan plan, SourceText source, ProfileMap profiles) =>
        new([.. new PlanText(source).Render(plan.Root).Select(line => CreateRow(line.Text, profiles.Find(line.Operator)))]);

    private static Value[] CreateRow(string text, OperatorProfile? profile) => profile is null
        ? [Value.FromString(text), Value.Null, Value.Null]
        : [Value.FromString(text), Value.FromInteger(profile.Rows), Value.FromFloat(profile.Time.TotalMilliseconds)];
}
