using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>Sort keys, and the WHERE of a WITH: over the columns, and over the rows before where these are still there.</summary>
internal sealed class ProjectedExpressions
{
    private const string SortKey = "ORDER BY";

    private readonly BindingContext context;
    private readonly List<ProjectionItem> items;
    private readonly List<BoundProjectionItem> columns;
    private readonly RowScope after;
    private readonly RowScope input;
    private readonly GroupingBuilder? grouping;
    private readonly bool isDistinct;
    private readonly Lazy<List<RecognizedKey>> keys;

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
        keys = new Lazy<List<RecognizedKey>>(ReadKeys);
    }

    private bool IsCollapsed => isDistinct || grouping is not null;

    public BoundExpression BindSortKey(ExpressionSyntax syntax) =>
        FindColumn(syntax) ?? context.Expressions.Bind(syntax, new ExpressionPlace(Scope(), AggregatesInSortKey()));

    public BoundExpression BindWhere(ExpressionSyntax syntax) =>
        context.Expressions.BindCondition(syntax, ExpressionPlace.WithoutAggregates(Scope(), "WHERE"), "WHERE");

    // When the old rows are gone, a key that says the same as a column is that column.
    private BoundReference? FindColumn(ExpressionSyntax syntax)
    {
        if (!IsCollapsed)
            return null;

        var index = items.FindIndex(item => syntax.Equals(item.Syntax));
        return index < 0 ? null : new BoundReference(columns[index].Variable, syntax.Span);
    }

    private Scope Scope() =>
        IsCollapsed ? new CollapsedScope(after, input, keys.Value, grouping?.KeyVariables ?? []) : new ProjectedScope(after, input);

    private AggregatePolicy AggregatesInSortKey() =>
        grouping is null || isDistinct
            ? new ForbiddenAggregates(SortKey)
            : new ProjectedAggregates(grouping, SortKey, new CollapsedScope(after, input, keys.Value, new HashSet<BoundVariable>()));

    private List<RecognizedKey> ReadKeys()
    {
        var read = new List<RecognizedKey>();
        for (var i = 0; i < items.Count; i++)
        {
            var path = items[i].Syntax is { } syntax ? PropertyPath.TryRead(syntax) : new PropertyPath(items[i].Name, []);
            if (path is not null)
                read.Add(new RecognizedKey(path, columns[i].Variable, null));
        }

        return read;
    }
}
