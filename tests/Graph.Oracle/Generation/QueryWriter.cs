namespace Graph.Oracle.Generation;

/// <summary>Random queries of every reading clause.</summary>
internal sealed class QueryWriter
{
    private const int Depth = 3;

    private readonly Chance chance;
    private readonly ExpressionWriter expressions;
    private readonly PatternWriter patterns;

    private QueryWriter(Random random)
    {
        chance = new Chance(random);
        expressions = new ExpressionWriter(chance);
        patterns = new PatternWriter(chance, expressions) { Queries = this };
        expressions.Patterns = patterns;
    }

    public static readonly IReadOnlyDictionary<string, Value> Parameters = new Dictionary<string, Value>(StringComparer.Ordinal)
    {
        ["i"] = Value.FromInteger(2),
        ["s"] = Value.FromString("ab"),
        ["l"] = Value.FromList(Value.FromInteger(1), Value.Null, Value.FromString("a")),
    };

    public static string Write(Random random) => new QueryWriter(random).WriteQuery();

    /// <summary>The inside of EXISTS.</summary>
    public string WriteSubquery(Scope scope, int depth)
    {
        var part = WriteSubqueryPart(scope, depth, out var after);
        if (chance.OneIn(3))
            return $"{part} {WriteRows(after, out _)}";
        if (!chance.OneIn(4))
            return chance.OneIn(2) ? part : $"{part} RETURN {expressions.Any(after, 0)} AS c";
        var first = $"{part} RETURN {expressions.Any(after, 0)} AS c";
        return $"{first} UNION {chance.Pick(["", "ALL "])}{WriteSubqueryPart(scope, depth, out after)} RETURN {expressions.Any(after, 0)} AS c";
    }

    /// <summary>The inside of COLLECT: one column, in an order where a part of the rows is taken.</summary>
    public string WriteColumn(Scope scope, int depth)
    {
        var part = WriteSubqueryPart(scope, depth, out var after);
        var value = expressions.Any(after, 0);
        return chance.Below(6) switch
        {
            0 => $"{part} RETURN DISTINCT {value} AS c",
            1 => $"{part} RETURN {value} AS c ORDER BY c{chance.Pick(["", " DESC"])} LIMIT {chance.Below(4)}",
            2 => $"{part} RETURN {chance.Pick(["max", "min", "count", "collect"])}({value}) AS c",
            3 => $"{part} RETURN {value} AS c UNION {chance.Pick(["", "ALL "])}RETURN {expressions.Any(scope, 0)} AS c",
            _ => $"{part} RETURN {value} AS c",
        };
    }

    private string WriteSubqueryPart(Scope scope, int depth, out Scope after)
    {
        var (text, inner) = patterns.WriteMatch(scope);
        after = inner;
        text += WriteWhere(inner, depth - 1);
        if (chance.OneIn(4))
        {
            var list = chance.NewName("v");
            after = after.With(list, Kind.Any);
            text += $" UNWIND {expressions.Write(inner, Kind.List, 0)} AS {list}";
        }

        if (!chance.OneIn(5))
            return text;
        var clauses = new List<string>();
        var kept = WriteWith(after, clauses);
        after = kept.Variables.Aggregate(
            scope, (known, variable) => known.Variables.Contains(variable) ? known : known.With(variable.Name, variable.Kind));
        return $"{text} {clauses[0]}";
    }

    /// <summary>A RETURN whose rows depend on all rows before it: told apart, grouped, or the first of an order.</summary>
    private string WriteRows(Scope scope, out Scope after)
    {
        var items = new ProjectionWriter(chance, expressions).WriteItems(
            scope, chance.Below(2) + 1, chance.NewName, keepsElements: false, out after);
        var order = chance.OneIn(2) ? $" ORDER BY {string.Join(", ", after.Variables.Select(variable => variable.Name))}" : "";
        var skip = order.Length > 0 && chance.OneIn(3) ? $" SKIP {chance.Below(3)}" : "";
        return $"RETURN {items}{order}{skip}{(order.Length > 0 && chance.OneIn(2) ? $" LIMIT {chance.Below(4)}" : "")}";
    }

    private string WriteQuery()
    {
        var columns = chance.Below(3) + 1;
        var (before, scope) = chance.OneIn(8) ? WriteBefore() : ("", Scope.Empty);
        if (!chance.OneIn(8))
            return before + WriteSingle(scope, columns, hasOrder: true);
        return $"{before}{WriteSingle(scope, columns, hasOrder: false)} UNION {chance.Pick(["", "ALL "])}{WriteSingle(scope, columns, hasOrder: false)}";
    }

    /// <summary>A query whose rows another goes on with.</summary>
    private (string Text, Scope After) WriteBefore()
    {
        var clauses = new List<string>();
        var scope = WriteClause(Scope.Empty, clauses);
        var items = new ProjectionWriter(chance, expressions).WriteItems(
            scope, chance.Below(3) + 1, chance.NewName, keepsElements: true, out var after);
        return ($"{clauses[0]} RETURN {items} NEXT ", after);
    }

    private string WriteSingle(Scope scope, int columns, bool hasOrder)
    {
        var clauses = new List<string>();
        for (var count = chance.Below(4); count >= 0; count--)
            scope = WriteClause(scope, clauses);
        clauses.Add(WriteReturn(scope, columns, hasOrder));
        return string.Join(' ', clauses);
    }

    private Scope WriteClause(Scope scope, List<string> clauses)
    {
        switch (chance.Below(clauses.Count == 0 ? 5 : 13))
        {
            case 0 or 1 or 2 or 3 or 4:
                var (match, after) = patterns.WriteMatch(scope);
                clauses.Add($"{(chance.OneIn(4) ? "OPTIONAL " : "")}{match}{WriteWhere(after, Depth - 1)}");
                return after;
            case 5 or 6:
                var item = chance.NewName("v");
                var list = expressions.Write(scope, Kind.List, Depth - 1);
                if (!chance.OneIn(3))
                {
                    clauses.Add(chance.OneIn(4) ? $"FOR {item} IN {list}" : $"UNWIND {list} AS {item}");
                    return scope.With(item, Kind.Any);
                }

                var number = chance.NewName("v");
                clauses.Add($"FOR {item} IN {list} WITH {chance.Pick(["ORDINALITY", "OFFSET"])} {number}");
                return scope.With(item, Kind.Any).With(number, Kind.Number);
            case 7:
                return WriteCall(scope, clauses);
            case 8:
                clauses.Add($"FILTER {expressions.Truth(scope, Depth - 1)}");
                return scope;
            case 9:
                var (column, kind) = (chance.NewName("v"), chance.Pick([Kind.Any, Kind.Number, Kind.Text, Kind.List]));
                clauses.Add($"LET {column} = {expressions.Write(scope, kind, Depth - 1)}");
                return scope.With(column, kind);
            case 10 when !scope.Variables.IsEmpty:
                clauses.Add($"ORDER BY {string.Join(", ", scope.Variables.Select(variable => variable.Name))} LIMIT {chance.Below(5) + 1}");
                return scope;
            default:
                return WriteWith(scope, clauses);
        }
    }

    private Scope WriteCall(Scope scope, List<string> clauses)
    {
        var body = WriteSubqueryPart(scope, Depth - 1, out var inner);
        var keyword = chance.OneIn(4) ? "OPTIONAL CALL" : "CALL";
        if (chance.OneIn(3))
        {
            clauses.Add($"{keyword} (*) {{ {body} {WriteRows(inner, out var columns)} }}");
            return columns.Variables.Aggregate(scope, (known, column) => known.With(column.Name, column.Kind));
        }

        var name = chance.NewName("v");
        var value = expressions.Any(inner, 0);
        var result = chance.Pick(
            [value, value, $"DISTINCT {value}", "count(*)", $"count({value})", $"collect({value})", $"max({value})", $"min({value})",
            $"count(DISTINCT {value})", $"collect(DISTINCT {value})", $"sum({expressions.Write(inner, Kind.Number, 0)})",
            $"avg({expressions.Write(inner, Kind.Number, 0)}) + count(*)",
            $"percentileDisc({expressions.Write(inner, Kind.Number, 0)}, 0.5)"]);
        var union = chance.OneIn(6) ? $" UNION {chance.Pick(["", "ALL "])}RETURN 1 AS {name}" : "";
        clauses.Add($"{keyword} (*) {{ {body} RETURN {result} AS {name}{union} }}");
        return scope.With(name, Kind.Any);
    }

    private string WriteWhere(Scope scope, int depth) => chance.OneIn(3) ? $" WHERE {expressions.Truth(scope, depth)}" : "";

    private Scope WriteWith(Scope scope, List<string> clauses)
    {
        if (chance.OneIn(4) && !scope.Variables.IsEmpty)
        {
            clauses.Add($"WITH *{WriteWhere(scope, Depth - 1)}");
            return scope;
        }

        var projection = new ProjectionWriter(chance, expressions);
        var text = projection.WriteItems(scope, chance.Below(3) + 1, chance.NewName, keepsElements: true, out var after);
        var order = chance.OneIn(5)
            ? $" ORDER BY {string.Join(", ", after.Variables.Select(variable => variable.Name))} LIMIT {chance.Below(5) + 1}"
            : "";
        clauses.Add($"WITH {text}{order}{WriteWhere(after, Depth - 1)}");
        return after;
    }

    private string WriteReturn(Scope scope, int columns, bool hasOrder)
    {
        var projection = new ProjectionWriter(chance, expressions);
        var names = 0;
        var text = projection.WriteItems(scope, columns, _ => $"c{names++}", keepsElements: false, out var after);
        if (!hasOrder)
            return $"RETURN {text}";
        var order = chance.OneIn(3) ? $" ORDER BY {projection.WriteOrder(after)}" : "";
        var skip = chance.OneIn(8) ? $" SKIP {chance.Below(4)}" : "";
        var limit = chance.OneIn(6) ? $" LIMIT {chance.Below(6)}" : "";
        return $"RETURN {text}{order}{skip}{limit}";
    }
}
