using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>WITH and RETURN: columns, implicit grouping, ORDER BY, SKIP and LIMIT.</summary>
internal sealed class ProjectionBinder(BindingContext context)
{
    private BindingDiagnostics Diagnostics => context.Diagnostics;

    private ExpressionBinder Expressions => context.Expressions;

    public ClauseResult BindReturn(ReturnSyntax syntax, RowScope rows) =>
        Bind(syntax.Projection, null, rows, new ProjectionClause("RETURN", null, syntax.Span));

    public ClauseResult BindWith(WithSyntax syntax, RowScope rows) =>
        Bind(syntax.Projection, syntax.Where, rows, new ProjectionClause(NameOf(syntax.Form), syntax.Form, syntax.Span));

    private static string NameOf(WithForm form) => form == WithForm.Page ? "ORDER BY" : form.ToString().ToUpperInvariant();

    private ClauseResult Bind(ProjectionSyntax syntax, ExpressionSyntax? where, RowScope input, ProjectionClause clause)
    {
        var keepsAll = KeepsAll(syntax, clause);
        var items = ReadItems(syntax, input, clause, keepsAll);
        CheckNames(syntax, items, clause, keepsAll ? input : null);
        var grouping = clause.Form != WithForm.Let && items.Exists(item => item.IsAggregating) ? new GroupingBuilder(input, context) : null;
        Scope ScopeOf(ProjectionItem item) =>
            new SiblingScope(
                input, items.Where(other => other != item && other.Syntax is not null).Select(other => other.Name), clause.Name);
        var columns = grouping is null
            ? items.ConvertAll(item => BindItem(item, ScopeOf(item), clause))
            : BindGrouped(items, grouping, ScopeOf);
        var after = AddColumns(keepsAll ? input.Extend() : RowScope.After(input, clause.Name, clause.Span), items, columns, input);

        var projected = new ProjectedExpressions(context, items, columns, input, after, grouping, syntax.Distinct);
        var orderBy = syntax.OrderBy.Select(item => BindSortItem(item, projected, items));
        var skip = BindCount(syntax.Skip, "SKIP");
        var limit = BindCount(syntax.Limit, "LIMIT");
        var condition = where is null ? null : projected.BindWhere(where);
        var projection = new BoundProjection(grouping?.Build(), [.. columns], syntax.Distinct, [.. orderBy], skip, limit)
        {
            Kept = keepsAll ? new KeptVariables(input) : null,
        };
        return new ClauseResult(new BoundProject(projection, condition), after, [.. columns.Select(column => column.Variable)]);
    }

    private BoundSortItem BindSortItem(SortItemSyntax item, ProjectedExpressions projected, List<ProjectionItem> items)
    {
        var key = projected.BindSortKey(item.Expression);
        if (key is BoundParameter or BoundConstant { Value.IsNull: false })
            Diagnostics.ConstantSortKey(item.Expression.Span, key is BoundConstant constant ? FindMeant(constant.Value, items) : null);
        return new BoundSortItem(key, item.Descending);
    }

    /// <summary>The column of a place, as SQL orders by it, or of a name that is written as a text.</summary>
    private string? FindMeant(Value key, List<ProjectionItem> items)
    {
        var item = key switch
        {
            { IsInteger: true } when key.AsInteger() > 0 && key.AsInteger() <= items.Count => items[(int)key.AsInteger() - 1],
            { Kind: ValueKind.String } => items.Find(item => item.Name == key.AsString()),
            _ => null,
        };
        if (item is null)
            return null;
        var isText = item.Syntax is { } written && context.Source.GetText(written.Span) == item.Name;
        return isText ? item.Name : QueryWords.Quote(item.Name, isVariable: true);
    }

    /// <summary>
    /// Whether the rows stay as they are but for columns that are added: nothing that is there is named anew, compared or sorted.
    /// </summary>
    private static bool KeepsAll(ProjectionSyntax syntax, ProjectionClause clause) =>
        syntax is { IncludeAll: true, Distinct: false, OrderBy.Count: 0 } && clause.Form is not null
        && (clause.Form == WithForm.Let || !syntax.Items.Any(item => AggregateSearch.ContainsAggregate(item.Expression)));

    private List<ProjectionItem> ReadItems(ProjectionSyntax syntax, RowScope input, ProjectionClause clause, bool keepsAll)
    {
        var items = new List<ProjectionItem>();
        if (keepsAll)
        {
            if (!clause.KeepsRows && syntax.Items.Count == 0 && input.IsEmpty)
                Diagnostics.NothingInScope(syntax.Span);
        }
        else if (syntax.IncludeAll)
        {
            // In a subquery the names of the rows outside stay, whatever becomes of its own.
            var names = clause.KeepsRows ? input.Variables.Select(entry => entry.Key) : input.Names.Distinct(StringComparer.Ordinal);
            foreach (var name in names)
            {
                if (input.Find(name) is FoundName found)
                    items.Add(new ProjectionItem(name, null, found.Variable, clause.Span));
            }

            if (items.Count == 0 && syntax.Items.Count == 0 && !clause.KeepsRows)
                Diagnostics.NothingInScope(syntax.Span);
        }

        foreach (var item in syntax.Items)
            items.Add(new ProjectionItem(NameOf(item), item.Expression, null, (item.Alias as SyntaxNode ?? item).Span));
        return items;
    }

    // Without an alias the column is called by its text; a variable by its name, without the quotes it may need in the text.
    private static string NameOf(ProjectionItemSyntax item) =>
        item.Alias?.Text ?? (item.Expression is VariableSyntax variable ? variable.Name : item.Text);

    /// <param name="kept">The rows whose names stay beside the columns; null where none do.</param>
    private void CheckNames(ProjectionSyntax syntax, List<ProjectionItem> items, ProjectionClause clause, RowScope? kept)
    {
        foreach (var item in syntax.Items)
        {
            if (clause.NeedsAlias && item.Alias is null && item.Expression is not VariableSyntax)
                Diagnostics.MissingAlias(item.Span);
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (names.Add(item.Name) && !IsKept(item.Name, clause, kept))
                continue;
            if (clause.Form == WithForm.Let)
                Diagnostics.AlreadyBound(item.Span, item.Name);
            else
                Diagnostics.DuplicateColumn(item.Span, item.Name);
        }
    }

    private static bool IsKept(string name, ProjectionClause clause, RowScope? kept) =>
        kept is not null && (clause.KeepsRows ? kept.Declares(name) : kept.Find(name) is FoundName);

    private BoundProjectionItem BindItem(ProjectionItem item, Scope input, ProjectionClause clause)
    {
        var expression = BindKey(item, input, clause.Form == WithForm.Let ? "LET" : "a grouping key");
        return new BoundProjectionItem(new BoundVariable(item.Name, expression.Type) { Seen = expression.GetSeen() }, expression);
    }

    /// <param name="place">What forbids aggregates, as a message names it.</param>
    private BoundExpression BindKey(ProjectionItem item, Scope scope, string place = "a grouping key")
    {
        if (item.Syntax is not null)
            return Expressions.Bind(item.Syntax, ExpressionPlace.WithoutAggregates(scope, place));

        scope.Mention(item.Variable!);
        return new BoundReference(item.Variable!, item.Span);
    }

    // Columns without an aggregate are the keys, which the others are built from; so they come first.
    private List<BoundProjectionItem> BindGrouped(List<ProjectionItem> items, GroupingBuilder grouping, Func<ProjectionItem, Scope> scopeOf)
    {
        var columns = new BoundProjectionItem[items.Count];
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].IsAggregating)
                continue;

            var scope = new RecordingScope(scopeOf(items[i]));
            var key = grouping.AddKey(items[i].Name, items[i].Syntax, BindKey(items[i], scope));
            grouping.KeyVariables.UnionWith(scope.Mentioned);
            columns[i] = new BoundProjectionItem(
                new BoundVariable(key.Name, key.Type) { Seen = key.Seen }, new BoundReference(key, items[i].Span));
        }

        var place = new ExpressionPlace(new GroupedScope(grouping), new GroupingAggregates(grouping));
        for (var i = 0; i < items.Count; i++)
        {
            if (!items[i].IsAggregating)
                continue;

            var expression = Expressions.Bind(items[i].Syntax!, place);
            columns[i] = new BoundProjectionItem(
                new BoundVariable(items[i].Name, expression.Type) { Seen = expression.GetSeen() }, expression);
        }

        return [.. columns];
    }

    private static RowScope AddColumns(RowScope after, List<ProjectionItem> items, List<BoundProjectionItem> columns, RowScope input)
    {
        for (var i = 0; i < items.Count; i++)
        {
            Preparation.Count();
            var column = columns[i].Variable;
            after.Add(column.Name, column);
            if (OriginOf(items[i], input) is { } origin)
                after.AddLabels(column, input.LabelsOf(origin));
        }

        return after;
    }

    /// <summary>The variable that a column only passes on, so that what is known of its labels stays known.</summary>
    private static BoundVariable? OriginOf(ProjectionItem item, RowScope input) =>
        item.Variable ?? (item.Syntax is VariableSyntax variable ? (input.Find(variable.Name) as FoundName)?.Variable : null);

    private BoundExpression? BindCount(ExpressionSyntax? syntax, string clause)
    {
        if (syntax is null)
            return null;

        var count = Expressions.Bind(syntax, ExpressionPlace.WithoutAggregates(new ConstantScope(clause), clause));
        context.Parameters.Expect(count, StaticType.Integer);
        if (!count.Type.CanBe(StaticType.Integer))
            Diagnostics.CountIsNoInteger(syntax.Span, clause, count.Type);
        else if (count is BoundConstant { Value: { IsInteger: true } value } && value.AsInteger() < 0)
            Diagnostics.NegativeCount(syntax.Span, clause);
        return count;
    }
}
