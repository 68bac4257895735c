using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Queries: the parts of a UNION, and the clauses of each part in order.</summary>
internal sealed class QueryBinder(BindingContext context)
{
    /// <summary>
    /// The most clauses and pattern elements of a query. Each becomes a step that calls the one before it, so more would exhaust the stack.
    /// </summary>
    public const int StepLimit = 5_000;

    private readonly ClauseBinder clauses = new(context);

    private BindingDiagnostics Diagnostics => context.Diagnostics;

    public BoundQuery Bind(QuerySyntax syntax) => Bind(syntax, outer: null);

    /// <summary>The query of EXISTS: sees the names outside, and need not end with RETURN.</summary>
    public BoundQuery BindSubquery(QuerySyntax syntax, Scope outer) => Bind(syntax, _ => outer);

    /// <summary>The query of CALL, each part with what it sees of the rows outside.</summary>
    public BoundQuery BindCall(QuerySyntax syntax, IReadOnlyList<Scope> outer) => Bind(syntax, part => outer[part]);

    private BoundQuery Bind(QuerySyntax syntax, Func<int, Scope>? outer)
    {
        CheckComposition(syntax);
        if (syntax.Next is not null && LinearComposition.CountClauses(syntax, StepLimit) > StepLimit)
        {
            Diagnostics.TooManySteps(syntax.Span, StepLimit);
            return new BoundQuery([], UnionAll: false, []);
        }

        syntax = LinearComposition.Join(syntax);
        CheckUnions(syntax);
        var parts = syntax.Parts
            .Select((part, index) => BindSingle(part, RowScope.Start(outer?.Invoke(index)), isSubquery: outer is not null))
            .ToArray();

        // A part without RETURN has no columns: that is its own mistake, or none inside EXISTS, which reads no column of any part.
        if (parts.Any(part => part.Output.IsEmpty))
            return new BoundQuery([.. parts.Select(part => part with { Output = [] })], IsUnionAll(syntax), []);

        for (var i = 1; i < parts.Length; i++)
            parts[i] = Align(parts[i], parts[0], syntax.Parts[i].Span);

        var columns = parts[0].Output.Select((variable, i) => new BoundColumn(variable.Name, JoinColumn(parts, i)));
        return new BoundQuery([.. parts], IsUnionAll(syntax), [.. columns]);
    }

    private static bool IsUnionAll(QuerySyntax syntax) => syntax.Unions is [{ All: true }, ..];

    /// <summary>Each query before a NEXT returns something.</summary>
    public void CheckComposition(QuerySyntax syntax)
    {
        for (; syntax.Next is { } next; syntax = next)
        {
            CheckUnions(syntax);
            foreach (var part in syntax.Parts.Where(part => part.Clauses[^1] is not ReturnSyntax))
                Diagnostics.MissingReturn(part.Clauses[^1].Span);
        }
    }

    private void CheckUnions(QuerySyntax syntax)
    {
        foreach (var union in syntax.Unions)
        {
            if (union.All != syntax.Unions[0].All)
                Diagnostics.MixedUnions(union.Span);
        }
    }

    // Columns of a UNION are the same by name, whatever their order.
    private BoundSingleQuery Align(BoundSingleQuery part, BoundSingleQuery first, TextSpan span)
    {
        var byName = part.Output.DistinctBy(variable => variable.Name).ToDictionary(variable => variable.Name, StringComparer.Ordinal);
        if (part.Output.Length == first.Output.Length && first.Output.All(variable => byName.ContainsKey(variable.Name)))
            return part with { Output = [.. first.Output.Select(variable => byName[variable.Name])] };

        Diagnostics.DifferentColumns(span, NamesOf(first), NamesOf(part));
        return part with { Output = first.Output };
    }

    private static IEnumerable<string> NamesOf(BoundSingleQuery part) => part.Output.Select(variable => variable.Name);

    private static StaticType JoinColumn(BoundSingleQuery[] parts, int column) =>
        TypeLattice.Join(parts.Select(part => part.Output[column].Type));

    private BoundSingleQuery BindSingle(SingleQuerySyntax syntax, RowScope rows, bool isSubquery)
    {
        var bound = ImmutableArray.CreateBuilder<BoundClause>(syntax.Clauses.Count);
        ImmutableArray<BoundVariable> output = [];
        if (IsTooLong(syntax))
        {
            Diagnostics.TooManySteps(syntax.Span, StepLimit);
            return new BoundSingleQuery([], []);
        }

        foreach (var clause in syntax.Clauses)
        {
            var isAlone = syntax.Clauses.Count == 1 && !isSubquery;
            if (bound.Count > 0 && clauses.BindFilter(clause, bound[^1], rows) is { } filtered)
            {
                bound[^1] = filtered;
                continue;
            }

            var result = clauses.Bind(clause, rows, isAlone);
            bound.Add(result.Clause);
            rows = result.Rows;
            output = result.Output;
        }

        if (bound is [.., BoundProject { Projection: { Kept: { } kept, Items: var added } }])
            output = [.. kept.Variables, .. added.Select(item => item.Variable)];
        if (!isSubquery && !EndsQuery(syntax.Clauses))
            Diagnostics.MissingReturn(syntax.Clauses.Count == 0 ? syntax.Span : syntax.Clauses[^1].Span);
        return new BoundSingleQuery(bound.ToImmutable(), output);
    }

    private static bool IsTooLong(SingleQuerySyntax syntax) =>
        syntax.Clauses.Sum(CountSteps) > StepLimit;

    private static int CountSteps(ClauseSyntax clause) => clause switch
    {
        MatchSyntax match => match.Patterns.Sum(pattern => pattern.Path.Elements.Count),
        WithSyntax with => CountSteps(with.Projection) + (with.Where is null ? 0 : 1),
        ReturnSyntax result => CountSteps(result.Projection),
        _ => 1,
    };

    /// <summary>Each of what a projection does is a step of its own.</summary>
    private static int CountSteps(ProjectionSyntax projection) => 1
        + (projection.Items.Any(item => AggregateSearch.ContainsAggregate(item.Expression)) ? 1 : 0)
        + (projection.Distinct ? 1 : 0)
        + (projection.OrderBy.Count > 0 ? 1 : 0)
        + (projection.Skip is null ? 0 : 1)
        + (projection.Limit is null ? 0 : 1);

    private static bool EndsQuery(SyntaxList<ClauseSyntax> clauses) =>
        clauses.Count > 0 && (clauses[^1] is ReturnSyntax || (clauses.Count == 1 && clauses[0] is CallSyntax) || IsListing(clauses));

    // SHOW may be followed by an order and a part without saying what to return.
    private static bool IsListing(SyntaxList<ClauseSyntax> clauses) =>
        clauses[0] is CallSyntax { Show: not null } && clauses.Skip(1).All(clause => clause is WithSyntax { Form: WithForm.Page });
}
