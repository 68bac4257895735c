namespace Graph.Oracle.Generation;

/// <summary>The items of WITH and RETURN: plain, distinct, or aggregated.</summary>
internal sealed class ProjectionWriter(Chance chance, ExpressionWriter expressions)
{
    private const int Depth = 2;

    /// <param name="keepsElements">Nodes, edges and paths may be handed on under their names, as WITH does.</param>
    public string WriteItems(Scope scope, int count, Func<string, string> name, bool keepsElements, out Scope after)
    {
        after = Scope.Empty;
        var isAggregated = chance.OneIn(3);
        var items = new List<string>();
        for (var i = 0; i < count; i++)
        {
            if (keepsElements && !scope.Variables.IsEmpty && chance.OneIn(2))
            {
                var kept = chance.Pick(scope.Variables);
                if (after.Variables.Contains(kept))
                    continue;
                items.Add(kept.Name);
                after = after.With(kept.Name, kept.Kind);
                continue;
            }

            var column = name("c");
            var (text, kind) = isAggregated && (i == 0 || chance.OneIn(2)) ? WriteAggregate(scope) : WritePlain(scope);
            items.Add($"{text} AS {column}");
            after = after.With(column, kind);
        }

        return $"{(chance.OneIn(5) ? "DISTINCT " : "")}{string.Join(", ", items)}";
    }

    public string WriteOrder(Scope columns)
    {
        var keys = new List<string>();
        for (var count = chance.Below(2) + 1; count > 0; count--)
        {
            var column = chance.Pick(columns.Variables);
            keys.Add($"{column.Name}{chance.Pick(["", " DESC"])}");
        }

        return string.Join(", ", keys);
    }

    private (string Text, Kind Kind) WritePlain(Scope scope)
    {
        var kind = chance.Pick(
            [Kind.Any, Kind.Any, Kind.Number, Kind.Text, Kind.Truth, Kind.List, Kind.Date, Kind.Map, Kind.Moment, Kind.Duration]);
        return (expressions.Write(scope, kind, Depth), kind);
    }

    private (string Text, Kind Kind) WriteAggregate(Scope scope)
    {
        var distinct = chance.OneIn(3) ? "DISTINCT " : "";
        return chance.Below(10) switch
        {
            0 or 1 => ("count(*)", Kind.Number),
            2 => ($"count({distinct}{expressions.Any(scope, 1)})", Kind.Number),
            3 => ($"sum({distinct}{expressions.Write(scope, Kind.Number, 1)})", Kind.Number),
            4 => ($"avg({distinct}{expressions.Write(scope, Kind.Number, 1)})", Kind.Number),
            5 => ($"{chance.Pick(["min", "max"])}({distinct}{expressions.Any(scope, 1)})", Kind.Any),
            6 => ($"{chance.Pick(["stDev", "stDevP"])}({distinct}{expressions.Write(scope, Kind.Number, 0)})", Kind.Number),
            7 =>
                ($"{chance.Pick(["percentileCont", "percentileDisc"])}({distinct}{expressions.Write(scope, Kind.Number, 0)}, {chance.Pick(["0", "0.5", "0.9", "1"])})", Kind.Number),
            8 => ($"size(collect({distinct}{expressions.Any(scope, 1)}))", Kind.Number),
            _ => ($"collect({distinct}{expressions.Any(scope, 1)})", Kind.List),
        };
    }
}
