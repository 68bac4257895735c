using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>CALL { }: what the query inside sees of the rows outside, and what it gives to them.</summary>
internal sealed class CallBinder(BindingContext context)
{
    public ClauseResult Bind(CallSubquerySyntax call, RowScope rows)
    {
        context.Queries.CheckComposition(call.Query);
        var syntax = call with { Query = LinearComposition.Join(call.Query) };
        foreach (var name in syntax.Imports ?? [])
            context.Expressions.FindVariable(name.Text, name.Span, rows);

        RefuseRebinding(syntax, rows);
        var outer = new RecordingScope(rows);
        var query = context.Queries.BindCall(WithoutImports(syntax), [.. syntax.Query.Parts.Select(part => ScopeOf(syntax, part, outer))]);
        if (query.Columns.IsEmpty && syntax.Query.Parts[^1].Clauses is not [.., ReturnSyntax])
            context.Diagnostics.CallWithoutReturn(syntax.Span);

        var after = rows.Extend();
        var variables = ImmutableArray.CreateBuilder<BoundVariable>(query.Columns.Length);
        foreach (var column in query.Columns)
        {
            if (rows.Find(column.Name) is FoundName)
                context.Diagnostics.AlreadyBound(FindColumn(syntax, column.Name), column.Name);
            var variable = query.Parts.Length == 1 ? query.Parts[0].Output[variables.Count] : new BoundVariable(column.Name, column.Type);
            after.Add(column.Name, variable);
            variables.Add(variable);
        }

        return new ClauseResult(
            new BoundCallSubquery(query, [.. outer.Mentioned], variables.MoveToImmutable(), syntax.IsOptional, syntax.Span), after, []);
    }

    // What the list after CALL takes from outside keeps its meaning inside.
    private void RefuseRebinding(CallSubquerySyntax syntax, RowScope rows)
    {
        if (syntax.Imports is null && !syntax.ImportsAll)
            return;

        var imports = syntax.Imports is { } names ? names.Select(name => name.Text).ToHashSet(StringComparer.Ordinal) : [.. rows.Names];
        foreach (var item in syntax.Query.Parts
            .SelectMany(part => part.Clauses)
            .OfType<WithSyntax>()
            .SelectMany(with => with.Projection.Items))
        {
            if (item.Alias is { } alias
                && imports.Contains(alias.Text)
                && !(item.Expression is VariableSyntax variable && variable.Name == alias.Text))
                context.Diagnostics.AlreadyBound(alias.Span, alias.Text);
        }
    }

    /// <summary>Where RETURN writes a column; all of it where the column is one of <c>*</c>.</summary>
    private static TextSpan FindColumn(CallSubquerySyntax syntax, string name)
    {
        if (syntax.Query.Parts[0].Clauses is not [.., ReturnSyntax last])
            return syntax.Span;

        var item = last.Projection.Items.FirstOrDefault(item => (item.Alias?.Text ?? (item.Expression as VariableSyntax)?.Name) == name);
        return (item?.Alias as SyntaxNode ?? item ?? last as SyntaxNode).Span;
    }

    private static QuerySyntax WithoutImports(CallSubquerySyntax syntax) => syntax.Imports is not null || syntax.ImportsAll
        ? syntax.Query
        : syntax.Query with
        {
            Parts =
            [
                .. syntax.Query.Parts.Select(part => ImportOf(part) is null ? part : part with { Clauses = [.. part.Clauses.Skip(1)] })
            ]
        };

    private ImportScope ScopeOf(CallSubquerySyntax syntax, SingleQuerySyntax part, RecordingScope outer)
    {
        if (syntax.ImportsAll)
            return new ImportScope(outer, outer.Names.ToHashSet(StringComparer.Ordinal));
        if (syntax.Imports is { } names)
            return new ImportScope(outer, names.Select(name => name.Text).ToHashSet(StringComparer.Ordinal));
        return new ImportScope(outer, NamesOf(part, outer));
    }

    private HashSet<string> NamesOf(SingleQuerySyntax part, RecordingScope outer)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        if (ImportOf(part) is not { Projection: var projection } with)
            return names;
        if (projection.Distinct
            || projection.OrderBy.Count > 0
            || projection.Skip is not null
            || projection.Limit is not null
            || with.Where is not null)
            context.Diagnostics.ComputedImport(with.Span);
        if (projection.IncludeAll)
            names.UnionWith(outer.Names);
        foreach (var item in projection.Items)
        {
            if (item is { Expression: VariableSyntax variable } && (item.Alias is null || item.Alias.Text == variable.Name))
            {
                context.Expressions.FindVariable(variable.Name, variable.Span, outer);
                names.Add(variable.Name);
            }
            else
            {
                context.Diagnostics.ComputedImport(item.Span);
            }
        }

        return names;
    }

    // A WITH that computes something belongs to the query: it takes nothing from outside.
    private static WithSyntax? ImportOf(SingleQuerySyntax part) =>
        part.Clauses is [WithSyntax with, ..]
            && (with.Projection.IncludeAll || with.Projection.Items.Any(item => item.Expression is VariableSyntax)) ? with : null;
}
