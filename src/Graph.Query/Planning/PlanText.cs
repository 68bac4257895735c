using System.Diagnostics;
using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>A plan as text, one operator a line, what an operator reads below it.</summary>
internal sealed class PlanText(SourceText source, IReadOnlyDictionary<BoundQuery, SubqueryPlan> subqueries)
{
    /// <summary>The operators with their lines, from the last step to the first; no operator where a subquery begins.</summary>
    public IReadOnlyList<(PlanOperator? Operator, string Text)> Render(PlanOperator plan)
    {
        var lines = new List<(PlanOperator?, string)>();
        Render(plan, "", lines);
        return lines;
    }

    private void Render(PlanOperator plan, string indent, List<(PlanOperator?, string)> lines)
    {
        lines.Add((plan, indent + Describe(plan)));
        foreach (var subquery in Subquery.Of(plan))
        {
            lines.Add((null, $"{indent}  Subquery{(subquery.RowsMatter ? "" : " for existence")}"));
            if (subqueries.TryGetValue(subquery.Query, out var planned))
                Render(planned.Root, indent + "    ", lines);
        }

        foreach (var input in plan.Inputs)
            Render(input, indent + "  ", lines);
    }

    private string DescribeCondition(NodeLookUp lookUp) => lookUp switch
    {
        NodeSeek seek => $"{seek.Property ?? "id()"} = {Text(seek.Value)}",
        NodeSeekAny seek => $"{seek.Property ?? "id()"} IN {Text(seek.List)}",
        NodeTextSeek seek => $"{seek.Property} {seek.Operator} {Text(seek.Value)}",
        NodeSeekEither either => string.Join(" OR ", either.LookUps.Select(DescribeCondition)),
        _ => throw new UnreachableException(),
    };

    private string Describe(PlanOperator plan) => plan switch
    {
        ArgumentRows { Variables.IsEmpty: true } => "Start",
        ArgumentRows argument => $"Outer rows ({List(argument.Variables)})",
        NodeScan scan => $"Scan ({Name(scan.Node)}{Labels(scan.Labels)})",
        NodeLookUp seek => $"Seek ({Name(seek.Node)}{Labels(seek.Labels)}) by {DescribeCondition(seek)}",
        EdgeScan scan => $"Scan edges [{Name(scan.Edge)}:{Types(scan.Tables)}]",
        DegreeScan scan =>
            $"Count edges ({Name(scan.Node)}{Labels(scan.Labels)})"
            + $"{(scan.IsOutgoing ? "" : "<")}-[:{Types(scan.Tables)}]-{(scan.IsOutgoing ? ">" : "")}()",
        Expand expand => Describe(expand),
        MatchBoundEdge edge =>
            $"Match bound ({Name(edge.From)}){Arrow(edge.Direction, Name(edge.Edge) + Labels(edge.Types))}({Name(edge.To)})",
        VariableLengthExpand expand => Describe(expand),
        ReachExpand expand => Describe(expand),
        Intersect meet =>
            $"Intersect ({Name(meet.First.From)}){Leg(meet.First)}({Name(meet.To)}{Labels(meet.Targets)}) and "
                + $"({Name(meet.Second.From)}){Leg(meet.Second)}({Name(meet.To)})",
        CountOptional => "Count rows of optional part",
        BindNulls nulls => $"Nulls ({List(nulls.Variables)})",
        HashJoin join => $"Join on {Keys(join.Keys)}",
        CountMatches matches => Describe(matches),
        SumExpand expand =>
            $"Sum by node ({Name(expand.From)}){Arrow(expand.Direction, Labels(expand.Types))}({Name(expand.To)}{Labels(expand.Targets)})",
        CountRows count => $"Count rows of {Describe(count.Step)}",
        Chance chance => Describe(chance.Step),
        Scatter => "Deal to all cores",
        Gather => "Gather in order",
        FindPaths { Measure: not null } search =>
            $"Measure {Selector(search.Path)}{search.Path.Mode.ToString().ToUpperInvariant()} paths ({List(search.Introduces)})",
        FindPaths search =>
            $"Search {Selector(search.Path)}{search.Path.Mode.ToString().ToUpperInvariant()} paths ({List(search.Introduces)})",
        BindPath path => $"Path {Name(path.Path)}",
        Filter filter => $"Filter {Text(filter.Condition)}",
        Optional optional => $"Optional ({List(optional.Variables)})",
        Unwind unwind => $"Unwind {Text(unwind.Clause.List)} AS {string.Join(", ", unwind.Introduces.Select(Name))}",
        CallProcedure call => $"Call {call.Call.Procedure.Name}",
        CallSubquery call => $"{(call.Call.IsOptional ? "Optional call" : "Call")} ({List(call.Introduces)})",
        Project project => $"Project {string.Join(", ", project.Items.Select(Item))}",
        Aggregate aggregate => $"Aggregate {string.Join(", ", Columns(aggregate.Grouping))}",
        Distinct distinct => $"Distinct {List(distinct.Columns)}",
        Sort sort => $"{(sort.IsRough ? "Presort" : "Sort")} {string.Join(", ", sort.Items.Select(Key))}",
        Top top => $"Top {Text(top.Limit)} by {string.Join(", ", top.Sort.Items.Select(Key))}",
        TopCandidates candidates => $"Candidates of the top by {string.Join(", ", candidates.Items.Select(Key))}",
        Skip skip => $"Skip {Text(skip.Count)}",
        Limit limit => $"Limit {Text(limit.Count)}",
        Union => "Union",
        _ => throw new UnreachableException(),
    };

    private string Describe(Expand expand)
    {
        var into = expand.IsInto ? " into" : "";
        var edge = Arrow(expand.Direction, Name(expand.Edge) + Labels(expand.Types));
        var conditions = expand.Conditions.IsEmpty ? "" : $" WHERE {string.Join(" AND ", expand.Conditions.Select(Text))}";
        var once = expand.IsOnce ? ", each node once" : "";
        return $"Expand{into} ({Name(expand.From)}){edge}({Name(expand.To)}{Labels(expand.Targets)}{conditions}){once}";
    }

    private string Describe(VariableLengthExpand expand)
    {
        var walk = expand.Walk;
        var direction = expand.IsReversed ? walk.Direction.Reverse() : walk.Direction;
        var into = expand.IsInto ? " into" : "";
        var condition = walk.Where is null ? "" : $" WHERE {Text(walk.Where)}";
        var edge = Arrow(direction, $"{Name(walk.Variable)}{Labels(walk.Types)}*{walk.Minimum}..{walk.Maximum}{condition}");
        return $"Expand walks{into} ({Name(expand.From)}){edge}({Name(expand.To)}{Labels(expand.Targets)})";
    }

    private static string Describe(ReachExpand expand)
    {
        var direction = expand.IsReversed ? expand.Walk.Direction.Reverse() : expand.Walk.Direction;
        var length = expand.Walk is { Minimum: 1, Maximum: 1 } ? "" : $"*{expand.Walk.Minimum}..{expand.Walk.Maximum}";
        var edge = Arrow(direction, Labels(expand.Walk.Types) + length);
        return $"Reach{(expand.IsTogether ? " together" : "")} ({Name(expand.From)}){edge}({Name(expand.To)}{Labels(expand.Targets)})";
    }

    private string Describe(CountMatches matches)
    {
        var conditions = matches.Keys.Select(Key).Concat(matches.Comparisons.Select(Text));
        var exclusions = matches.Exclusions.IsEmpty ? "" : ", less those with an edge twice";
        return $"Count matches{(conditions.Any() ? $" by {string.Join(", ", conditions)}" : "")}{exclusions}";
    }

    private string Keys(ImmutableArray<JoinKey> keys) => string.Join(", ", keys.Select(Key));

    private string Key(JoinKey key) =>
        key is { Outer: BoundReference outer, Inner: BoundReference inner } && outer.Variable == inner.Variable
        ? $"({Name(outer.Variable)})"
        : $"{Text(key.Outer)} = {Text(key.Inner)}";

    private static string Leg(IntersectLeg leg) => Arrow(leg.Direction, Name(leg.Edge) + Labels(leg.Types));

    private static string Arrow(EdgeDirection direction, string inside) =>
        $"{(direction == EdgeDirection.Left ? "<-" : "-")}[{inside}]{(direction == EdgeDirection.Right ? "->" : "-")}";

    private static string Selector(BoundPath path) => path.Selector switch
    {
        PathSelectorKind.All => "all ",
        PathSelectorKind.Any => "any ",
        PathSelectorKind.Shortest => "shortest ",
        PathSelectorKind.AllShortest => "all shortest ",
        _ => "shortest groups of ",
    };

    private static string Types(ImmutableArray<EdgeTable> tables) => string.Join('|', tables.Select(table => table.Type));

    private static string Name(BoundVariable variable) => variable.IsAnonymous ? "" : variable.Name;

    private static string List(IEnumerable<BoundVariable> variables) =>
        string.Join(", ", variables.Where(variable => !variable.IsAnonymous).Select(variable => variable.Name));

    private string Key(BoundSortItem item) => item.Descending ? $"{Text(item.Expression)} DESC" : Text(item.Expression);

    private string Item(BoundProjectionItem item) =>
        Text(item.Expression) is var text && text == item.Variable.Name ? text : $"{text} AS {item.Variable.Name}";

    private IEnumerable<string> Columns(BoundGrouping grouping) =>
        [
            .. grouping.Aggregates.Select(aggregate => aggregate.Span.Length == 0 ? "count(*)" : source.GetText(aggregate.Span)),
            .. grouping.Keys.Select(key => $"by {Text(key.Expression)}"),
        ];

    /// <summary>An expression as the user wrote it; those the planner made have no text.</summary>
    private string Text(BoundExpression expression) => expression switch
    {
        BoundReference reference => reference.Variable.Name,
        BoundConstant { Span.Length: 0 } constant => constant.Value.ToString(),
        BoundList { Span.Length: 0 } list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        BoundProperty { Span.Length: 0, Target: BoundReference target } property => $"{target.Variable.Name}.{property.Key}",
        BoundComparison { Span.Length: 0, Operator: ComparisonOperator.NotEqual } comparison =>
            $"{Text(comparison.Left)} <> {Text(comparison.Right)}",
        BoundComparison { Span.Length: 0 } comparison => $"{Text(comparison.Left)} = {Text(comparison.Right)}",
        BoundLabelTest { Span.Length: 0, Target: BoundReference target } test => $"{Name(target.Variable)}{Labels(test.Labels)}",
        BoundIsNull { Span.Length: 0, Operand: BoundReference operand } => $"{Name(operand.Variable)} IS NOT NULL",
        _ => source.GetText(expression.Span).ReplaceLineEndings(" "),
    };

    private static string Labels(LabelExpression? labels) => labels is null ? "" : $":{Label(labels)}";

    private static string Label(LabelExpression labels) => labels switch
    {
        LabelName name => name.Name,
        AnyLabel => "%",
        LabelNot not => $"!{Operand(not.Operand)}",
        LabelAnd and => string.Join("&", and.Operands.Select(Operand)),
        LabelOr or => string.Join("|", or.Operands.Select(Operand)),
        _ => throw new UnreachableException(),
    };

    private static string Operand(LabelExpression labels) => labels is LabelAnd or LabelOr ? $"({Label(labels)})" : Label(labels);
}
