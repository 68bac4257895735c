using Graph.Query.Execution;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Execution;

/// <summary>What is computed once a value is not computed for rows beside.</summary>
public sealed class PerValueTests
{
    private const int Rows = 100;

    /// <summary>The first batch is computed by row, the second once for each value, the third not at all.</summary>
    [Fact]
    public void AComparisonOfSomethingComputedIsMadeOnceAValue()
    {
        var builder = new GraphBuilder();
        for (var id = 0; id < Rows; id++)
            builder.AddNode(["A"], [KeyValuePair.Create("name", Value.FromString(id % 2 == 0 ? "a" : "b"))]);
        var store = builder.Build();
        var name = new PropertyExpression(new PropertyReaders(store), new ReferenceExpression(0, default), "name", default);
        var computed = new CountingExpression(name);
        var comparison = new ComparisonExpression(
            ComparisonOperator.Equal, computed, new ConstantExpression(Value.FromString("a"), default), default);
        var perValue = new PerValueExpression(comparison, [name], default);
        var budget = new QueryBudget(new QueryLimits(), CancellationToken.None);
        var state = new ExecutionState(store, ImmutableDictionary<string, Value>.Empty, new SourceText(""), budget, BufferSizes.Default);
        var batch = Batch.Create(1, Rows);
        batch.Set(0, new NodeColumn([.. Enumerable.Range(0, Rows)]));

        for (var run = 0; run < 3; run++)
            Assert.Equal(Rows / 2, perValue.EvaluateTruths(state, batch, "WHERE").Count(Truth.True));
        Assert.Equal([Rows, 2], computed.Counts);
    }

    private sealed class CountingExpression(CompiledExpression inner) : CompiledExpression(default)
    {
        public List<int> Counts { get; } = [];

        protected override Column Compute(ExecutionState state, Batch batch)
        {
            Counts.Add(batch.Count);
            return inner.Evaluate(state, batch);
        }
    }
}
