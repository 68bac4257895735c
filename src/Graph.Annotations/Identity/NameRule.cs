namespace Graph.Annotations;

/// <summary>
/// Same label and same folded name. Only proper names take part, so that <c>de president</c> of one article does not become that of
/// another; where such things with the same name are known to be different, the name joins none of them.
/// </summary>
internal sealed class NameRule(IdentityPool pool, SurfaceTable surfaces)
{
    /// <param name="excluded">Members that another rule has found already by a name that is too short to be trusted across
    /// articles.</param>
    public void Apply(IReadOnlySet<int> excluded)
    {
        var groups = new Dictionary<(string Label, string Name), List<int>>();
        var order = new List<(string Label, string Name)>();
        foreach (var key in surfaces.Keys)
        {
            var folded = surfaces.Fold(key.Surface);
            if (folded.Length == 0
                || excluded.Contains(key.Member)
                || NameForms.Find(key, folded, pool[key.Member].Rule is not null) != MentionForm.Name)
                continue;

            if (!groups.TryGetValue((key.Label, folded), out var members))
            {
                groups.Add((key.Label, folded), members = []);
                order.Add((key.Label, folded));
            }

            members.Add(key.Member);
        }

        foreach (var group in order)
            Join(groups[group], group.Label.Length == 0 ? group.Name : $"{group.Label} {group.Name}");
    }

    private void Join(List<int> members, string because)
    {
        var identified = members.Where(pool.IsIdentified).DistinctBy(pool.Find).ToList();
        var rest = members.Where(member => !pool.IsIdentified(member)).ToList();
        var areCompatible = true;
        for (var i = 1; i < identified.Count; i++)
            areCompatible &= pool.Join(identified[0], identified[i], IdentityRule.Name, because);

        var first = identified.Count > 0 && areCompatible ? identified[0] : rest.FirstOrDefault(-1);
        foreach (var member in rest)
        {
            if (first >= 0)
                pool.Join(first, member, IdentityRule.Name, because);
        }
    }
}
