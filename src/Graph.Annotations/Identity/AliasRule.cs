namespace Graph.Annotations;

/// <summary>Joins what an alias row names with the entity of the row. An id that an article gives is stronger than an alias.</summary>
internal sealed class AliasRule(IdentityPool pool, SurfaceTable surfaces, IReadOnlyDictionary<int, ArticleScope> scopes)
{
    public void Apply(IReadOnlyList<AliasRow> rows)
    {
        if (rows.Count == 0)
            return;

        var bySurface = surfaces.Keys.ToLookup(key => surfaces.Fold(key.Surface), StringComparer.Ordinal);
        foreach (var row in rows)
        {
            foreach (var key in bySurface[surfaces.Fold(row.Surface)])
            {
                if (row.Type is not null && row.Type != key.Label || !IsInScope(key.Member, row) || !pool.GetIds(key.Member).IsEmpty)
                    continue;

                pool.Join(key.Member, pool.GetOrAddId(row.EntityId), IdentityRule.Alias, row.Because);
            }
        }
    }

    /// <summary>A linked member belongs to no single article; a row may name it wherever the row stands.</summary>
    private bool IsInScope(int member, AliasRow row)
    {
        if (!scopes.TryGetValue(pool[member].Article, out var scope))
            return true;

        return scope.Rules.IsEnabled(IdentityRule.Alias) && IsBelow(scope.Folder, row);
    }

    private static bool IsBelow(string folder, AliasRow row) => folder == row.Folder
            || folder.StartsWith(row.Folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
