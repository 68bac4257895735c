using System.Diagnostics;
using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query;

/// <summary>
/// Answers "why this row?": rewrites a statement so that each of its rows also carries the relations and nodes that its patterns
/// bound on the way, through every WITH. A projection that groups (or is DISTINCT, which is grouping by all columns) collects them,
/// so the rows themselves stay the same.
/// </summary>
internal sealed partial class EvidenceRewriter
{
    /// <summary>What the names of added columns begin with; a blank keeps them apart from names that people write.</summary>
    public const string RelationPrefix = "evidence relation ";
    public const string NodePrefix = "evidence node ";

    private readonly HashSet<string> scope = new(StringComparer.Ordinal);
    private readonly List<CarriedVariable> carried = [];

    /// <summary>Subqueries in conditions since the last projection.</summary>
    private readonly List<QuerySyntax> asked = [];
    private readonly IReadOnlyDictionary<string, string> pins;
    private int count;

    private EvidenceRewriter(IReadOnlyDictionary<string, string> pins) => this.pins = pins;

    /// <summary>One statement for each part of a UNION, with the columns of the part and the added ones.</summary>
    /// <param name="pins">
    /// The parameter that holds the value of a column in the row that is asked about. Where the last projection groups, only its group is
    /// computed, as far as these tell it.
    /// </param>
    public static ImmutableArray<StatementSyntax> Rewrite(StatementSyntax statement, IReadOnlyDictionary<string, string> pins) =>
        [.. LinearComposition.Join(statement.Query).Parts.Select(part => Wrap(statement, new EvidenceRewriter(pins).RewritePart(part)))];

    private static StatementSyntax Wrap(StatementSyntax statement, SingleQuerySyntax part) =>
        new(StatementMode.Run, new QuerySyntax([part], []) { Span = part.Span }) { Span = statement.Span };

    private SingleQuerySyntax RewritePart(SingleQuerySyntax part) =>
        part with { Clauses = [.. Pin([.. part.Clauses]).Select(RewriteClause).ToArray()] };

    /// <summary>
    /// Lets the last MATCH find only what belongs to the group that is asked about. A part of the result is then no longer taken.
    /// </summary>
    private ClauseSyntax[] Pin(ClauseSyntax[] clauses)
    {
        if (clauses is not
            [
                ..,
                MatchSyntax { IsOptional: false } match,
                ReturnSyntax { Projection: { IncludeAll: false } projection } @return,
            ])
            return clauses;

        var keys = projection.Items.Where(item => !AggregateSearch.ContainsAggregate(item.Expression)).ToList();
        if (keys.Count == projection.Items.Count && !projection.Distinct)
            return clauses;

        var conditions = keys.Where(item => pins.ContainsKey(NameOf(item))).Select(Equal).ToList();
        if (conditions.Count == 0)
            return clauses;

        if (match.Where is not null)
            conditions.Insert(0, match.Where);
        var where = conditions.Count == 1
            ? conditions[0]
            : new LogicalSyntax(LogicalOperator.And, [.. conditions.ToArray()]) { Span = match.Span };
        clauses[^2] = match with { Where = where };
        clauses[^1] = @return with { Projection = projection with { Skip = null, Limit = null } };
        return clauses;
    }

    private ExpressionSyntax Equal(ProjectionItemSyntax item)
    {
        var pin = new ParameterSyntax(pins[NameOf(item)]) { Span = item.Span };
        return new ComparisonSyntax([item.Expression, pin], [ComparisonOperator.Equal]) { Span = item.Span };
    }

    private static string NameOf(ProjectionItemSyntax item) => item.Alias?.Text ?? item.Text;

    private ClauseSyntax RewriteClause(ClauseSyntax clause)
    {
        switch (clause)
        {
            case MatchSyntax match:
                asked.AddRange(SubquerySearch.Find(match.Where));
                return match with { Patterns = [.. match.Patterns.Select(RewritePattern).ToArray()] };
            case UnwindSyntax unwind:
                scope.Add(unwind.Variable.Text);
                if (unwind.Numbering is { } numbering)
                    scope.Add(numbering.Variable.Text);
                return unwind;
            case CallSyntax call:
                scope.UnionWith(call.Yields.Select(item => (item.Alias ?? item.Name).Text));
                return call;
            case CallSubquerySyntax call:
                return RewriteCall(call);
            case WithSyntax with:
                var carrying = with with { Projection = RewriteProjection(with.Projection), Form = WithForm.With };
                asked.AddRange(SubquerySearch.Find(with.Where));
                return carrying;
            case ReturnSyntax @return:
                return @return with { Projection = RewriteProjection(@return.Projection) };
            default:
                throw new UnreachableException();
        }
    }

    private PatternSyntax RewritePattern(PatternSyntax pattern)
    {
        if (pattern.Variable is { } variable)
            scope.Add(variable.Text);
        return pattern with { Path = RewritePath(pattern.Path) };
    }

    private PathSyntax RewritePath(PathSyntax path)
    {
        var isLoneNode = path.Elements.Count == 1;
        return path with { Elements = [.. path.Elements.Select(element => RewriteElement(element, isLoneNode)).ToArray()] };
    }

    private PathElementSyntax RewriteElement(PathElementSyntax element, bool isLoneNode)
    {
        switch (element)
        {
            case NodePatternSyntax { Variable: null } node when !isLoneNode:
                return node;
            case NodePatternSyntax node:
                return node with { Variable = Carry(node.Variable, NodePrefix, node.Span) };
            case RelationshipPatternSyntax relation:
                return relation with { Variable = Carry(relation.Variable, RelationPrefix, relation.Span) };
            case ParenthesizedPathSyntax inner:
                if (inner.Variable is { } variable)
                    scope.Add(variable.Text);
                return inner with { Path = RewritePath(inner.Path) };
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The variable itself, or a new one for an element without; from now on it travels with the rows.</summary>
    private NameSyntax Carry(NameSyntax? variable, string prefix, TextSpan span)
    {
        if (variable is null)
        {
            var name = NewName(prefix);
            carried.Add(new CarriedVariable(name, prefix));
            return new NameSyntax(name) { Span = span };
        }

        if (scope.Add(variable.Text))
            carried.Add(new CarriedVariable(variable.Text, prefix));
        return variable;
    }

    private ProjectionSyntax RewriteProjection(ProjectionSyntax projection)
    {
        var items = projection.IncludeAll ? ExpandAll(projection) : [.. projection.Items];
        var isGrouping = projection.Distinct || items.Any(item => AggregateSearch.ContainsAggregate(item.Expression));
        var subqueries = asked.Concat(projection.Items.SelectMany(item => SubquerySearch.Find(item.Expression)))
            .Select(CollectRelations)
            .OfType<ExpressionSyntax>()
            .ToList();
        asked.Clear();
        scope.Clear();
        scope.UnionWith(items.Select(item => item.Alias?.Text ?? item.Text));
        for (var i = 0; i < carried.Count; i++)
            items.Add(Project(i, isGrouping, projection.Span));
        foreach (var subquery in subqueries)
            items.Add(Add(isGrouping ? Collect(subquery) : subquery));
        return projection with { Distinct = false, IncludeAll = false, Items = [.. items.ToArray()] };
    }

    private List<ProjectionItemSyntax> ExpandAll(ProjectionSyntax projection) =>
    [
        .. scope
            .Order(StringComparer.Ordinal)
            .Select(name => new ProjectionItemSyntax(Reference(name, projection.Span), null, name) { Span = projection.Span }),
        .. projection.Items,
    ];

    /// <summary>A carried variable goes on under a name of its own, so that it cannot meet a name of the user's.</summary>
    private ProjectionItemSyntax Project(int index, bool isGrouping, TextSpan span)
    {
        var (current, prefix) = carried[index];
        var name = current.StartsWith(prefix, StringComparison.Ordinal) ? current : NewName(prefix);
        carried[index] = new CarriedVariable(name, prefix);
        var reference = Reference(current, span);
        ExpressionSyntax value = isGrouping ? Collect(reference) : reference;
        return new ProjectionItemSyntax(value, new NameSyntax(name) { Span = span }, name) { Span = span };
    }

    private ProjectionItemSyntax Add(ExpressionSyntax value)
    {
        var name = NewName(RelationPrefix);
        carried.Add(new CarriedVariable(name, RelationPrefix));
        return new ProjectionItemSyntax(value, new NameSyntax(name) { Span = value.Span }, name) { Span = value.Span };
    }

    private static FunctionCallSyntax Collect(ExpressionSyntax value) =>
        new(new NameSyntax("collect") { Span = value.Span }, false, [value]) { Span = value.Span };

    private static VariableSyntax Reference(string name, TextSpan span) => new(name) { Span = span };

    private string NewName(string prefix) => $"{prefix}{++count}";

    private readonly record struct CarriedVariable(string Name, string Prefix);
}
