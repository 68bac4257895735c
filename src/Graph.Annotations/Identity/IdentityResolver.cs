namespace Graph.Annotations;

/// <summary>Who is who, once all articles have been seen.</summary>
/// <param name="AliasNames">What alias files call an entity, by member.</param>
internal sealed record ResolvedIdentities(IdentityRegister Register, IReadOnlyDictionary<int, string> AliasNames)
{
    public IdentityPool Pool => Register.Pool;

    public SurfaceTable Surfaces => Register.Surfaces;

    /// <summary>The ids that facts refer to.</summary>
    public IReadOnlyList<EntityArgument> Uses => Register.Uses;
}

/// <summary>Applies the rules that need to see all articles, in their order; after this the pool does not change.</summary>
internal static class IdentityResolver
{
    /// <param name="aliases">The rows of all alias files, in file order.</param>
    public static ResolvedIdentities Resolve(IdentityRegister register, ImmutableArray<AliasRow> aliases)
    {
        var pool = register.Pool;
        foreach (var join in register.ChainJoins)
            pool.Join(join.Left, join.Right, IdentityRule.Coreference, join.Because);
        new AliasRule(pool, register.Surfaces, register.Scopes).Apply(aliases);
        var excluded = JoinLastNames(register);
        excluded.UnionWith(register.WithoutName);
        new NameRule(pool, register.Surfaces).Apply(excluded);
        return new ResolvedIdentities(register, FindAliasNames(pool, aliases));
    }

    /// <summary>The members whose last name has found its person, which it does in one article only.</summary>
    private static HashSet<int> JoinLastNames(IdentityRegister register)
    {
        var resolved = new HashSet<int>();
        foreach (var candidates in register.LastNames)
        {
            var roots = candidates.Full.Select(register.Pool.Find).Distinct().ToList();
            if (roots.Count == 1 && register.Pool.Join(candidates.Short, candidates.Full[0], IdentityRule.LastName, candidates.LastName))
                resolved.Add(candidates.Short);
        }

        return resolved;
    }

    private static Dictionary<int, string> FindAliasNames(IdentityPool pool, ImmutableArray<AliasRow> aliases)
    {
        var names = new Dictionary<int, string>();
        foreach (var row in aliases)
        {
            if (row.Name is not null && pool.FindId(row.EntityId) is >= 0 and var member)
                names.TryAdd(member, row.Name);
        }

        return names;
    }
}
