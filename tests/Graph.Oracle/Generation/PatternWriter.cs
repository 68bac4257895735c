using Graph.Oracle.Graphs;

namespace Graph.Oracle.Generation;

/// <summary>Random path patterns: labels, lengths, quantifiers, modes and selectors; in MATCH and in expressions.</summary>
internal sealed class PatternWriter(Chance chance, ExpressionWriter expressions)
{
    private static readonly string[] NodeLabels = ["", "", "", "", "", "", ":A", ":B", ":C", ":A|B", ":A&!B", ":!C", ":%", ":A:B"];
    private static readonly string[] EdgeTypes = ["", "", "", "", ":R", ":S", ":R|S", ":T", ":!R"];
    private static readonly string[] Lengths = ["*1..2", "*0..2", "*2", "*..3", "*1..", "*0..1"];
    private static readonly string[] Quantifiers = ["{1,2}", "{0,2}", "{2}", "{,3}", "{1,3}"];
    private static readonly string[] Modes = ["", "", "WALK", "TRAIL", "ACYCLIC", "SIMPLE"];

    /// <summary>Another clause may be written inside EXISTS.</summary>
    public QueryWriter Queries { get; set; } = null!;

    /// <summary>A MATCH without its WHERE, and what is in scope after it.</summary>
    public (string Text, Scope Scope) WriteMatch(Scope scope)
    {
        if (chance.OneIn(6))
            return WriteChosenPath(scope);
        var after = scope;
        var paths = new List<string>();
        var repeatable = chance.OneIn(12);
        for (var count = chance.OneIn(4) ? 2 : 1; count > 0; count--)
        {
            var (text, next) = WritePath(after, chance.Below(3), canQuantify: !repeatable);
            paths.Add(text);
            after = next;
        }

        return ($"MATCH {(repeatable ? "REPEATABLE ELEMENTS " : "")}{string.Join(", ", paths)}", after);
    }

    public string WriteExists(Scope scope, int depth) => $"EXISTS {{ {WriteBody(scope, depth)} }}";

    public string WriteCount(Scope scope, int depth) => $"COUNT {{ {WriteBody(scope, depth)} }}";

    public string WriteCollect(Scope scope, int depth) => $"COLLECT {{ {Queries.WriteColumn(scope, depth)} }}";

    private string WriteBody(Scope scope, int depth)
    {
        if (depth > 0 && chance.OneIn(2))
            return Queries.WriteSubquery(scope, depth);
        var (text, inner) = WritePath(scope, chance.Below(3), canQuantify: true, named: false);
        return $"{text}{(chance.OneIn(2) ? $" WHERE {expressions.Truth(inner, depth - 1)}" : "")}";
    }

    public string WritePredicate(Scope scope)
    {
        var text = $"({chance.Pick(scope.Of(Kind.Node)).Name})";
        for (var steps = chance.OneIn(4) ? 2 : 1; steps > 0; steps--)
        {
            var end = chance.OneIn(4) ? $"({chance.Pick(scope.Of(Kind.Node)).Name})" : $"({chance.Pick(["", "", ":A", ":B"])})";
            text += Arrow($"{chance.Pick(["", ":R", ":S|T"])}{(chance.OneIn(5) ? chance.Pick(Lengths) : "")}") + end;
        }

        return text;
    }

    public string WriteComprehension(Scope scope, int depth)
    {
        var (edge, node) = (chance.NewName("r"), chance.NewName("n"));
        var inner = scope.With(edge, Kind.Edge).With(node, Kind.Node);
        var pattern =
            $"({chance.Pick(scope.Of(Kind.Node)).Name}){Arrow($"{edge}{chance.Pick(EdgeTypes)}")}({node}{chance.Pick(NodeLabels)})";
        var where = chance.OneIn(3) ? $" WHERE {expressions.Truth(inner, depth)}" : "";
        return $"[{pattern}{where} | {expressions.Any(inner, depth)}]";
    }

    private (string Text, Scope Scope) WriteChosenPath(Scope scope)
    {
        var (start, end) = (WriteNode(scope), "");
        var after = start.Scope;
        var path = chance.NewName("p");
        (end, after) = WriteNode(after, reuseShare: 8);
        if (chance.OneIn(4))
        {
            var length = chance.Pick(["", "*", "*..3", "*1..2", "*0..2"]);
            var function = chance.Pick(["shortestPath", "allShortestPaths"]);
            return ($"MATCH {path} = {function}({start.Text}{Arrow($"{chance.Pick(EdgeTypes)}{length}")}{end})",
                after.With(path, Kind.Path));
        }

        var selector = chance.Pick(["ANY", "ANY 2", "ANY SHORTEST", "ALL SHORTEST", "SHORTEST 1", "SHORTEST 2", "SHORTEST 3"]);
        var isGrouped = selector.StartsWith("SHORTEST", StringComparison.Ordinal) && chance.OneIn(2);
        var prefix = $"{selector} {chance.Pick(Modes)}{(isGrouped ? " GROUPS" : "")}";
        var step = chance.OneIn(3)
            ? $"(({chance.NewName("n")}){Arrow(chance.NewName("r") + chance.Pick(EdgeTypes))}({chance.NewName("n")}){WriteInnerWhere()}){chance.Pick(Quantifiers)}"
            : Arrow($"{chance.Pick(EdgeTypes)}") + chance.Pick([.. Quantifiers, "+", "*"]);
        return ($"MATCH {path} = {prefix} {start.Text}{step}{end}", after.With(path, Kind.Path));
    }

    private string WriteInnerWhere() => chance.OneIn(3) ? $" WHERE {expressions.Truth(Scope.Empty, 1)}" : "";

    private (string Text, Scope Scope) WritePath(Scope scope, int steps, bool canQuantify, bool named = true)
    {
        var (text, after) = WriteNode(scope);
        var notation = chance.Below(2);
        for (var i = 0; i < steps; i++)
        {
            string step;
            (step, after) = WriteStep(after, canQuantify, notation);
            var (end, next) = WriteNode(after, reuseShare: 5);
            text += step + end;
            after = next;
        }

        var mode = canQuantify && chance.OneIn(5) ? $"{chance.Pick(Modes)} " : "";
        if (!named || !chance.OneIn(4))
            return (mode + text, after);
        var path = chance.NewName("p");
        return ($"{path} = {mode}{text}", after.With(path, Kind.Path));
    }

    private (string Text, Scope Scope) WriteNode(Scope scope, int reuseShare = 2)
    {
        if (scope.Of(Kind.Node) is { IsEmpty: false } nodes && chance.OneIn(reuseShare))
            return ($"({chance.Pick(nodes).Name}{(chance.OneIn(5) ? chance.Pick(NodeLabels) : "")})", scope);
        var name = chance.OneIn(6) ? "" : chance.NewName("n");
        var after = name.Length == 0 ? scope : scope.With(name, Kind.Node);
        var condition = chance.Below(24) switch
        {
            0 => $" {{i: {chance.Below(4)}}}",
            1 => $" {{{chance.Pick(["s", "name"])}: '{chance.Pick(RandomGraph.Texts)}'}}",
            2 => $" {{id: {chance.Below(8)}}}",
            3 when name.Length > 0 => $" WHERE {expressions.Truth(Scope.Empty.With(name, Kind.Node), 1)}",
            _ => "",
        };
        return ($"({name}{chance.Pick(NodeLabels)}{condition})", after);
    }

    private (string Text, Scope Scope) WriteStep(Scope scope, bool canQuantify, int notation)
    {
        var types = chance.Pick(EdgeTypes);
        var name = chance.OneIn(3) ? "" : chance.NewName("r");
        if (chance.OneIn(4))
        {
            var after = name.Length == 0 ? scope : scope.With(name, Kind.List);
            if (notation == 0 || !canQuantify)
                return (Arrow(
                    $"{name}{types.Replace("!", "", StringComparison.Ordinal)}{chance.Pick(canQuantify ? Lengths : Lengths[..4])}"), after);
            if (chance.OneIn(2))
                return (Arrow(name + types) + chance.Pick(Quantifiers), after);
            return WriteQuantifiedPath(scope);
        }

        var map = chance.OneIn(8) ? $" {{w: {chance.Below(4)}}}" : "";
        return (Arrow(name + types + map), name.Length == 0 ? scope : scope.With(name, Kind.Edge));
    }

    private (string Text, Scope Scope) WriteQuantifiedPath(Scope scope)
    {
        var (x, r, y) = (chance.NewName("n"), chance.NewName("r"), chance.NewName("n"));
        var inner = Scope.Empty.With(x, Kind.Node).With(r, Kind.Edge).With(y, Kind.Node);
        var where = chance.OneIn(3) ? $" WHERE {expressions.Truth(inner, 1)}" : "";
        var second = chance.OneIn(3) ? $"{Arrow(chance.Pick(EdgeTypes))}({chance.Pick(NodeLabels)})" : "";
        var text = $"(({x}{chance.Pick(NodeLabels)}){Arrow(r + chance.Pick(EdgeTypes))}({y}){second}{where}){chance.Pick(Quantifiers)}";
        return (text, scope.With(x, Kind.List).With(r, Kind.List).With(y, Kind.List));
    }

    private string Arrow(string inside)
    {
        var body = inside.Length == 0 ? "" : $"[{inside}]";
        return chance.Below(3) switch
        {
            0 => $"-{body}->",
            1 => $"<-{body}-",
            _ => $"-{body}-",
        };
    }
}
