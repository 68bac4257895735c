using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>Sort keys, and the WHERE of a WITH: expressions over the columns, and over the rows before where these are still there.</summary>
internal sealed class ProjectedExpressions
{
    private readonly BindingContext context;
    private readonly List<ProjectionItem> items;
    private readonly List<BoundProjectionItem> columns;
    private readonly RowScope after;
    private readonly RowScope input;
    private readonly GroupingBuilder? grouping;
    private readonly bool isDistinct;

    public ProjectedExpressions(
        BindingContext context,
        List<ProjectionItem> items,
        List<BoundProjectionItem> columns,
        RowScope input,
        RowScope after,
        GroupingBuilder? grouping,
        bool isDistinct)
    {
        this.context = context;
        this.items = items;
        this.columns = columns;
        this.input = input;
        this.after = after;
        this.grouping = grouping;
        this.isDistinct = isDistinct;
    }

    private bool IsCollapsed => isDistinct || grouping is not null;

    public BoundExpression Bind(ExpressionSyntax syntax, string clause) =>
        FindColumn(syntax) ?? context.Expressions.Bind(syntax, PlaceIn(clause));

    public BoundExpression BindCondition(ExpressionSyntax syntax, string clause)
    {
        var place = clause == "WHERE" ? ExpressionPlace.WithoutAggregates(PlaceIn(clause).Scope, clause) : PlaceIn(clause);
        return context.Expressions.BindCondition(syntax, place, clause);
    }

    // When the old rows are gone, a key that says the same as a column is that column.
    private BoundReference? FindColumn(ExpressionSyntax syntax)
    {
        if (!IsCollapsed)
            return null;

        var index = items.FindIndex(item => syntax.Equals(item.Syntax));
        return index < 0 ? null : new BoundReference(columns[index].Variable, syntax.Span);
    }

    private ExpressionPlace PlaceIn(string clause)
    {
        if (!IsCollapsed)
            return ExpressionPlace.WithoutAggregates(new ProjectedScope(after, input), clause);

        var keys = ReadKeys();
        var scope = new CollapsedScope(after, input, keys, grouping?.KeyVariables ?? []);
        if (grouping is null || isDistinct)
            return ExpressionPlace.WithoutAggregates(scope, clause);

        return new ExpressionPlace(scope, new ProjectedAggregates(grouping, clause, new CollapsedScope(after, input, keys, new HashSet<BoundVariable>())));
    }

    private List<RecognizedKey> ReadKeys()
    {
        var keys = new List<RecognizedKey>();
        for (var i = 0; i < items.Count; i++)
        {
            var path = items[i].Syntax is { } syntax ? PropertyPath.TryRead(syntax) : new PropertyPath(items[i].Name, []);
            if (path is not null)
                keys.Add(new RecognizedKey(path, columns[i].Variable, null));
        }

        return keys;
    }
}
