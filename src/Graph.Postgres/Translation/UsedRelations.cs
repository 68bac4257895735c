namespace Graph.Postgres;

/// <summary>The relations that one element of a pattern uses: one id, or an array of ids.</summary>
internal readonly record struct UsedRelations(string Ids, bool IsArray, ImmutableArray<int> Tables)
{
    /// <summary>No relation twice; two that cannot be of the same type differ anyway.</summary>
    public static void RequireDifferent(List<UsedRelations> used, Select select)
    {
        for (var i = 0; i < used.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (used[i].Tables.Any(used[j].Tables.Contains))
                    select.Conditions.Add(used[i].RenderDifferent(used[j]));
            }
        }
    }

    public string RenderDifferent(UsedRelations other) => (IsArray, other.IsArray) switch
    {
        (true, true) => $"NOT ({Ids} && {other.Ids})",
        (true, false) => $"{other.Ids} <> ALL({Ids})",
        (false, true) => $"{Ids} <> ALL({other.Ids})",
        _ => $"{Ids} <> {other.Ids}",
    };
}
