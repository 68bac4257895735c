using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Planning;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query;

/// <summary>
/// Why a query has no rows, as far as look-ups tell: a label or a relation type that the data lacks, ends that no relation joins, a value
/// that nothing has. Nothing is searched for it that a query would have to search.
/// </summary>
public sealed class EmptyResult
{
    /// <summary>More would be read by nobody.</summary>
    private const int MostReasons = 4;
    private const int MostNamed = 3;

    /// <summary>Of how many nodes the relations are looked at.</summary>
    private const int MostFollowed = 100;

    private readonly GraphStore store;
    private readonly GraphCatalog catalog;
    private readonly IReadOnlyDictionary<string, Value> parameters;
    private readonly List<string> reasons = [];
    private readonly Dictionary<BoundVariable, LabelExpression> labels = [];
    private readonly Dictionary<BoundVariable, IReadOnlyList<int>> sought = [];

    /// <summary>What the variables of WITH stand for.</summary>
    private readonly Dictionary<BoundVariable, BoundExpression> projected = [];

    private EmptyResult(QueryEngine engine, IReadOnlyDictionary<string, Value> parameters)
    {
        (store, catalog) = (engine.Store, engine.Catalog);
        this.parameters = parameters;
    }

    /// <summary>Sentences, each about one part of the query; none where nothing can be told cheaply.</summary>
    public static ImmutableArray<string> Explain(QueryEngine engine, PreparedQuery query, IReadOnlyDictionary<string, Value> parameters)
    {
        var result = new EmptyResult(engine, parameters);
        foreach (var clause in query.Statement?.Query.Parts.SelectMany(part => part.Clauses) ?? [])
            result.ExplainClause(clause);

        return [.. result.reasons.Distinct().Take(MostReasons)];
    }

    private void ExplainClause(BoundClause clause)
    {
        switch (clause)
        {
            case BoundMatch { IsOptional: false } match:
                ExplainMatch(match);
                break;
            case BoundProject project:
                foreach (var item in project.Projection.Items.Concat(project.Projection.Grouping?.Keys ?? []))
                    projected.TryAdd(item.Variable, item.Expression);
                ExplainConditions(project.Where);
                break;
            case BoundProcedureCall call:
                ExplainConditions(call.Where);
                break;
            case BoundCallSubquery { IsOptional: false } call:
                foreach (var inner in call.Query.Parts.SelectMany(part => part.Clauses))
                    ExplainClause(inner);
                break;
        }
    }

    /// <summary>What a variable of WITH stands for, however often it was handed on.</summary>
    private BoundExpression Resolve(BoundExpression expression)
    {
        while (expression is BoundReference { Variable: var variable }
            && projected.TryGetValue(variable, out var origin)
            && origin != expression)
            expression = origin;
        return expression;
    }

    private void ExplainMatch(BoundMatch match)
    {
        foreach (var node in match.Paths.SelectMany(path => path.Elements).OfType<BoundNode>())
        {
            if (LabelExpressions.And(labels.GetValueOrDefault(node.Variable), node.Labels) is { } known)
                labels[node.Variable] = known;
            ExplainLabels(node.Labels, isRelation: false);
            ExplainConditions(node.Where);
        }

        ExplainConditions(match.Where);
        foreach (var path in match.Paths)
        {
            for (var i = 1; i + 1 < path.Elements.Length; i += 2)
                ExplainStep(path.Elements[i - 1], path.Elements[i], path.Elements[i + 1]);
        }
    }

    /// <summary>The names of a condition without which nothing can fulfil it.</summary>
    private void ExplainLabels(LabelExpression? expression, bool isRelation)
    {
        var required = expression switch
        {
            LabelName name => [name],
            LabelAnd all => all.Operands.OfType<LabelName>(),
            LabelOr any when any.Operands.All(operand => operand is LabelName name && !IsPresent(name.Name, isRelation)) =>
                any.Operands.OfType<LabelName>(),
            _ => [],
        };
        foreach (var name in required.Select(name => name.Name).Where(name => !IsPresent(name, isRelation)))
        {
            var present = isRelation ? store.EdgeTables.Select(table => table.Type) : store.Labels;
            var near = NearestName.Find(name, present);
            reasons.Add(near is null ? $"There is no {name} here." : $"There is no {name} here; {near} has {Count(near, isRelation)}.");
        }
    }

    private bool IsPresent(string name, bool isRelation) => isRelation ? store.FindEdgeTable(name) is not null : store.FindLabel(name) >= 0;

    private int Count(string name, bool isRelation) => isRelation
        ? store.FindEdgeTable(name)!.Count
        : store.NodeRanges.Where(range => range.Labels.Contains(store.FindLabel(name))).Sum(range => range.Count);

    private void ExplainConditions(BoundExpression? condition)
    {
        switch (condition)
        {
            case BoundLogical { Operator: LogicalOperator.And } all:
                foreach (var operand in all.Operands)
                    ExplainConditions(operand);
                break;
            case BoundComparison { Operator: ComparisonOperator.Equal } equal:
                ExplainValue(equal.Left, equal.Right);
                ExplainValue(equal.Right, equal.Left);
                break;
            case BoundCall { Function.Name: MembershipMerging.Operator, Arguments: [var property, var list] }:
                ExplainMembers(property, list);
                break;
            case BoundCall { Function.Name: TextComparison.IsCalled, Arguments: [BoundReference node, var text] }
                when GetText(text) is { } name:
                ExplainFound(
                    node.Variable,
                    store.FindByFoldedName(NameFolding.Fold(name)),
                    $"Nothing is called '{name}', whatever its case and accents.",
                    name);
                break;
        }
    }

    private void ExplainValue(BoundExpression property, BoundExpression value)
    {
        if (FindNodeProperty(property) is not var (node, key) || GetText(value) is not { } text)
            return;

        ExplainFound(node, store.FindNodes(key, text), DescribeMissing(key, text), text);
    }

    /// <summary>Each value of a list that nothing has.</summary>
    private void ExplainMembers(BoundExpression property, BoundExpression list)
    {
        if (FindNodeProperty(property) is not var (_, key) || GetTexts(list) is not { } texts)
            return;

        foreach (var text in texts.Distinct().Where(text => store.FindNodes(key, text).Count == 0).Take(MostReasons))
            reasons.Add(DescribeMissing(key, text));
    }

    private string DescribeMissing(string key, string text) =>
        key == StoreNames.Name ? DescribeMissingName(text) : $"No node has {key} '{text}'.";

    private (BoundVariable Node, string Key)? FindNodeProperty(BoundExpression expression) =>
        Resolve(expression) is BoundProperty { Target: var target, Key: var key }
            && Resolve(target) is BoundReference { Variable: { Type.Kind: TypeKind.Node } node }
                ? (node, key)
                : null;

    /// <summary>Null for a list that holds anything but texts, or is not known.</summary>
    private List<string>? GetTexts(BoundExpression list)
    {
        IEnumerable<string?>? texts = list switch
        {
            BoundList { Items: var items } => items.Select(GetText),
            BoundConstant { Value: { Kind: ValueKind.List } constant } => constant.AsList().Select(AsText),
            BoundParameter parameter when parameters.GetValueOrDefault(parameter.Name) is { Kind: ValueKind.List } given =>
                given.AsList().Select(AsText),
            _ => null,
        };
        var found = texts?.ToList();
        return found is null || found.Contains(null) ? null : [.. found.OfType<string>()];
    }

    private static string? AsText(Value value) => value.Kind == ValueKind.String ? value.AsString() : null;

    private string? GetText(BoundExpression expression) => expression switch
    {
        BoundConstant { Value: { Kind: ValueKind.String } text } => text.AsString(),
        BoundParameter parameter when parameters.GetValueOrDefault(parameter.Name) is { Kind: ValueKind.String } text => text.AsString(),
        _ => null,
    };

    private void ExplainFound(BoundVariable node, IReadOnlyList<int> found, string missing, string text)
    {
        if (found.Count == 0)
        {
            reasons.Add(missing);
            return;
        }

        var wanted = labels.GetValueOrDefault(node);
        var fitting = found.Where(candidate => wanted is null || wanted.Matches(GetLabels(candidate))).ToList();
        if (fitting.Count == 0)
            reasons.Add($"'{text}' is {Describe(found[0])}, not {LabelExpressions.Format(wanted!)}.");
        else
            sought.TryAdd(node, fitting);
    }

    private string DescribeMissingName(string name)
    {
        var folded = NameFolding.Fold(name);
        var candidates = store.FindByFoldedName(folded);
        if (candidates.Count == 0)
            return $"Nothing is named '{name}'.";

        var owners = string.Join(", ", candidates.Take(MostNamed).Select(Describe));
        var more = candidates.Count > MostNamed ? $" and {candidates.Count - MostNamed} more" : "";
        var isVariant = candidates.Any(node => store.GetNodeProperty(node, StoreNames.Name) is { Kind: ValueKind.String } own
            && NameFolding.Fold(own.AsString()) == folded);
        return isVariant
            ? $"Nothing is named exactly '{name}'; {owners}{more} differs in case or accents only. '~=' ignores both."
            : $"Nothing is named '{name}', but it is an alias of {owners}{more}. '~=' looks at aliases too.";
    }

    private void ExplainStep(BoundPathElement left, BoundPathElement step, BoundPathElement right)
    {
        if (left is not BoundNode first || right is not BoundNode last)
            return;

        var (direction, types, minimum) = step switch
        {
            BoundEdge edge => (edge.Direction, edge.Types, 1),
            BoundVariableLengthEdge edge => (edge.Direction, edge.Types, edge.Minimum),
            _ => (EdgeDirection.Both, null, 0),
        };
        if (minimum == 0)
            return;

        ExplainLabels(types, isRelation: true);
        if (direction == EdgeDirection.Both || step is not BoundEdge)
            return;

        var (source, target) = direction == EdgeDirection.Right ? (first.Variable, last.Variable) : (last.Variable, first.Variable);
        var told = ExplainEnds(types, labels.GetValueOrDefault(source), labels.GetValueOrDefault(target));
        if (told != End.Source)
            ExplainSought(source, types, isOutgoing: true);
        if (told != End.Target)
            ExplainSought(target, types, isOutgoing: false);
    }

    private enum End
    {
        None,
        Source,
        Target,
    }

    /// <summary>Only what the graph type allows; the rest was told before the query ran.</summary>
    /// <returns>The end of which no node has such a relation, so that one of them is no further reason.</returns>
    private End ExplainEnds(LabelExpression? types, LabelExpression? source, LabelExpression? target)
    {
        if ((types is not null && !catalog.HasStoredRelation(types, null, null)) || catalog.HasStoredRelation(types, source, target)
            || !catalog.AllowsRelation(types, source, target))
            return End.None;

        var relation = types is null ? "relation" : LabelExpressions.Format(types);
        if (source is not null && !catalog.HasStoredRelation(types, source, null))
        {
            reasons.Add($"No {relation} starts at {Article(LabelExpressions.Format(source))}.");
            return End.Source;
        }

        if (target is not null && !catalog.HasStoredRelation(types, null, target))
        {
            reasons.Add($"No {relation} ends at {Article(LabelExpressions.Format(target))}.");
            return End.Target;
        }

        if (source is not null && target is not null)
            reasons.Add(
                $"No {relation} goes from {Article(LabelExpressions.Format(source))} to {Article(LabelExpressions.Format(target))}.");
        return End.None;
    }

    /// <summary>A node that was found by its name, and has no such relation.</summary>
    private void ExplainSought(BoundVariable node, LabelExpression? types, bool isOutgoing)
    {
        if (types is null || !sought.TryGetValue(node, out var found) || found.Count > MostFollowed)
            return;

        var tables = store.EdgeTables.Where(table => types.Matches([table.Type])).ToList();
        if (tables.Count > 0
            && !found.Any(candidate => tables.Any(table => (isOutgoing
                ? table.Outgoing
                : table.Incoming).View.GetRun(candidate).Count > 0)))
            reasons.Add($"No {LabelExpressions.Format(types)} {(isOutgoing ? "starts" : "ends")} at {Describe(found[0])}.");
    }

    private ImmutableArray<string> GetLabels(int node) => [.. store.GetRange(node).Labels.Select(label => store.Labels[label])];

    /// <summary><c>Kazachstan (:Country)</c></summary>
    private string Describe(int node)
    {
        var name = store.GetNodeProperty(node, StoreNames.Name) is { Kind: ValueKind.String } own ? own.AsString() : "a node without name";
        var all = GetLabels(node);
        var specific = all.Where(label => !all.Any(other => other != label
            && store.Type is { } type
            && type.TryGetNodeType(other, out var known)
            && known.Labels.Contains(label)));
        return $"{name} (:{string.Join(':', specific)})";
    }

    private static string Article(string noun) => noun.Length > 0 && "AEIOUaeiou".Contains(noun[0]) ? $"an {noun}" : $"a {noun}";
}
