namespace Graph.Oracle.Generation;

internal sealed partial class ExpressionWriter
{
    private string List(Scope scope, int depth)
    {
        if (depth <= 0 || chance.OneIn(3))
            return ListLeaf(scope);
        var less = depth - 1;
        return chance.Below(16) switch
        {
            13 or 14 => Patterns.WriteCollect(scope, less),
            15 => $"({List(scope, less)} || {List(scope, less)})",
            < 2 => $"[{Any(scope, less)}, {Any(scope, less)}]",
            2 => $"range({chance.Below(4) - 1}, {chance.Below(5)}{chance.Pick(["", ", 2", ", -1"])})",
            3 or 4 => Comprehension(scope, less),
            5 => $"({List(scope, less)} + {Any(scope, less)})",
            6 => $"{chance.Pick(["tail", "reverse"])}({List(scope, less)})",
            7 => $"{List(scope, less)}[{chance.Below(4) - 1}..{chance.Pick(["", "1", "2", "-1"])}]",
            8 when scope.Of(Kind.Path) is { IsEmpty: false } => $"{chance.Pick(["nodes", "relationships"])}({Element(scope, Kind.Path)})",
            9 => $"split({Text(scope, less)}, {Text(scope, 0)})",
            10 => $"coalesce({List(scope, less)}, [])",
            11 or 12 when scope.Of(Kind.Node) is { IsEmpty: false } => Patterns.WriteComprehension(scope, less),
            _ => $"keys({Map(scope, less)})",
        };
    }

    private string ListLeaf(Scope scope)
    {
        if (scope.Of(Kind.List) is { IsEmpty: false } lists && chance.OneIn(2))
            return chance.Pick(lists).Name;
        if (chance.OneIn(2) && Property(scope, "l", null) is { } property)
            return property;
        return chance.Below(7) switch
        {
            0 => "[]",
            1 => "[1, 2, 3]",
            2 => "[1, null, 'a']",
            3 => "$l",
            4 => "[[1], [2.5, null], 'b']",
            5 when scope.Of(Kind.Node) is { IsEmpty: false } => $"labels({Element(scope, Kind.Node)})",
            _ => $"[{NumberLeaf(scope)}, {TextLeaf(scope)}]",
        };
    }

    private string Map(Scope scope, int depth)
    {
        var nodes = scope.Of(Kind.Node).AddRange(scope.Of(Kind.Edge));
        if (!nodes.IsEmpty && chance.OneIn(3))
        {
            return chance.OneIn(2)
                ? $"properties({chance.Pick(nodes).Name})"
                : $"{chance.Pick(nodes).Name}{{.s, k: {Any(scope, depth - 1)}{chance.Pick(["", ", .*"])}}}";
        }

        if (scope.Of(Kind.Map) is { IsEmpty: false } maps && chance.OneIn(2))
            return chance.Pick(maps).Name;
        return depth <= 0 ? "{a: 1, b: null}" : $"{{a: {Any(scope, depth - 1)}, b: {Any(scope, depth - 1)}}}";
    }

    private string Comprehension(Scope scope, int depth)
    {
        var item = chance.NewName("x");
        var inner = scope.With(item, Kind.Any);
        var where = chance.OneIn(2) ? $" WHERE {Truth(inner, depth)}" : "";
        var projection = chance.OneIn(2) ? $" | {Any(inner, depth)}" : "";
        return $"[{item} IN {List(scope, depth)}{where}{projection}]";
    }

    private string Quantified(Scope scope, int depth)
    {
        var item = chance.NewName("x");
        return $"{chance.Pick(["all", "any", "none", "single"])}({item} IN {List(scope, depth)} WHERE {Truth(scope.With(item, Kind.Any), depth)})";
    }
}
